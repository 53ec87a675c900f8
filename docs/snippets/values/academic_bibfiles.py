academic_bibfiles = ["publications.bib", "career.yaml"]
