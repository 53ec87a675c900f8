academic_encoding = "latin-1"
