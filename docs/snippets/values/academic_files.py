academic_files = ["papers"]  # papers/KEY.pdf, papers/KEY.slides.pdf, papers/KEY.png
