academic_icons = "profile"
