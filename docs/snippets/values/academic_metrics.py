academic_metrics = "numbers.json"
