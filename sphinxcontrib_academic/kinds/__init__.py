"""The tables: what varies by kind is a row here, and tests and docs follow it."""
