academic_words = {"Abstract": "Short abstract", "equal contribution": "both first"}
