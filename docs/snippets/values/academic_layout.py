academic_layout = "chip"
