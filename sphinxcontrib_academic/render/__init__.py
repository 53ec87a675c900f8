"""From the model to docutils nodes: pure functions, alike for every builder."""
