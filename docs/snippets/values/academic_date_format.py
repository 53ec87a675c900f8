academic_date_format = "MM.yyyy"
