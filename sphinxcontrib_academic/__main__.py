"""``python -m sphinxcontrib_academic``: the command ``sphinx-academic`` where scripts are not on the path."""

from __future__ import annotations

import sys

from sphinxcontrib_academic.starter.command import main

if __name__ == "__main__":
    sys.exit(main())
