academic_cv_style = "modern"
