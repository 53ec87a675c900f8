"""The doors to readers: HTML and LaTeX."""
