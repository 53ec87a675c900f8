academic_roles = {
    "lead": {"mark": "★", "label": "project lead", "aliases": ["head"], "glued": ["★"]},
    "corresponding": "to whom to write",
}
