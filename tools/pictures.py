"""Take the pictures of the README and the documentation: the demo's homepage and its CV.

Run ``python3 dev.py demo`` first, then ``.venv/bin/python tools/pictures.py``; it needs Chromium and poppler.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from chromium import browser_page

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "build" / "demo"
PICTURES = ROOT / "docs" / "_static"


def main() -> None:
    """Take both pictures, in the proportions of a sheet of A4, so that they stand side by side."""
    with browser_page(width=1000, height=1414) as page:
        page.goto((DEMO / "html" / "index.html").as_uri())
        page.screenshot(path=PICTURES / "homepage.png")
    command = ["pdftoppm", "-png", "-singlefile", "-r", "121", DEMO / "cv.pdf", PICTURES / "cv"]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
