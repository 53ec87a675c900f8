"""Take the pictures of the page *Start*: what ``sphinx-academic new`` writes, as a homepage and as a CV.

Run ``python tools/start_pictures.py``; it needs Chromium, TeX, poppler and Pillow.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))

from chromium import browser_page
from pictures import smaller

PICTURES = Path(__file__).parents[1] / "docs" / "_static"
SCREENS = (("light", 1000, 1000, False), ("dark", 1000, 1000, True), ("phone", 360, 720, False))


def main() -> None:
    """Write a site, make it, and take its pictures."""
    with TemporaryDirectory() as folder:
        site, build = Path(folder, "site"), Path(folder, "build")
        run("sphinxcontrib_academic", "new", site, "--no-input")
        run("sphinx", "-M", "html", site, build, "-q", "-n", "-W")
        for name, width, height, dark in SCREENS:
            with browser_page(width=width, height=height, dark=dark) as page:
                page.goto((build / "html" / "index.html").as_uri())
                page.screenshot(path=PICTURES / f"start-{name}.png")
            smaller(PICTURES / f"start-{name}.png")
        run("sphinx", "-M", "latexpdf", site, build, "-q", "-n", "-W")
        command = ["pdftoppm", "-png", "-singlefile", "-r", "80", build / "latex" / "cv.pdf", PICTURES / "start-cv"]
        subprocess.run(command, check=True)
        smaller(PICTURES / "start-cv.png", 32)


def run(module: str, *arguments: str | Path) -> None:
    """Run a module as a program."""
    subprocess.run([sys.executable, "-m", module, *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
