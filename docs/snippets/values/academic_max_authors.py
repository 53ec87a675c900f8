academic_max_authors = 5
