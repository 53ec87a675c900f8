academic_sort = "-year, title"
