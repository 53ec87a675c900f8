"""Doors from text to the model: bytes and strings in, values and problems out, never an exception."""
