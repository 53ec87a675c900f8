"""The starter: ``sphinx-academic new`` writes a small site; a door beside the house, which Sphinx never enters."""
