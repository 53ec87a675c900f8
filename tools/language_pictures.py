"""Take the pictures of ``docs/languages.rst``: the example ``languages`` in each of its languages.

``python tools/language_pictures.py [language …]``; without a word, all of them. It needs Chromium and Pillow, and fonts
for all scripts (on Debian ``fonts-noto-core`` and ``fonts-noto-cjk``).
"""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from chromium import browser_page
from PIL import Image

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "docs" / "examples" / "languages"
PICTURES = ROOT / "docs" / "_static"
BUILT = ROOT / "build" / "languages"

LANGUAGES = ("en", *sorted(path.name for path in (EXAMPLE / "locales").iterdir() if path.is_dir()))
WIDTH, HEIGHT = 720, 1120


def main(chosen: list[str]) -> None:
    """Build and take each."""
    with browser_page(width=WIDTH, height=HEIGHT) as page:
        for language in chosen or LANGUAGES:
            folder = BUILT / language
            command = [
                "-m",
                "sphinx",
                "-q",
                "-E",
                "-a",
                "-n",
                "-W",
                "-b",
                "html",
                "-D",
                f"language={language}",
                EXAMPLE,
                folder,
            ]
            subprocess.run([sys.executable, *command], check=True)
            page.goto((folder / "index.html").as_uri())
            picture = Image.open(BytesIO(page.screenshot()))
            # few colours are enough for letters, and light for whoever reads it
            path = PICTURES / f"language-{language}.png"
            picture.convert("RGB").quantize(48).save(path, optimize=True)
            print(f"{path.relative_to(ROOT)} {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
