academic_mark_position = "before"
