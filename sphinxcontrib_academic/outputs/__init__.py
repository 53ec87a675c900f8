"""The outputs that need more than docutils gives them: doors to readers."""
