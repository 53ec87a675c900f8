academic_cv = {
    "papersize": "letter",
    "margin": "20mm 17mm",
    "fontsize": "11pt",
    "accent": "#1C3A68",
    "font": "pagella",
    "photo": False,
}
