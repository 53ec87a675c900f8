academic_details = ["bibtex"]
