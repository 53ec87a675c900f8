academic_owner_style = "bold underline"
