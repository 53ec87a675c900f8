academic_links = {
    "replication": {"label": "Replication", "url": "https://replicate.example.org/{}", "fields": ["repro"]},
    "pdf": "Paper",
}
