"""Take the pictures of CVs in the documentation: each style, those beside their source, a preamble of ten lines.

``python tools/cv_pictures.py``; it needs TeX, poppler and Pillow.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

DOCS = Path(__file__).parents[1] / "docs"
PICTURES = DOCS / "_static"
PREAMBLE = DOCS / "snippets" / "cv" / "preamble.py"

STYLES = ("classic", "modern", "compact", "caps")
SHOWN: dict[str, tuple[str, tuple[str, ...]]] = {
    "cv-preamble": ("noether", ()),
    **{f"cv-{style}": ("long-cv", ("-D", f"academic_cv_style={style}")) for style in STYLES},
    "cv-hexu": ("hexu-zhao", ()),
    "cv-xuanlei-caps": ("xuanlei-zhao-cv", ()),
    "cv-xuanlei-classic": ("xuanlei-zhao-cv", ("-t", "classic")),
}
"""Each picture: the example, and how it is built. ``cv.png`` stands beside the homepage: ``pictures.py`` takes both."""


def main(chosen: list[str]) -> None:
    """Take those that are named, or all."""
    for name in chosen or SHOWN:
        example, options = SHOWN[name]
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "source"
            shutil.copytree(DOCS / "examples" / example, source)
            if name == "cv-preamble":
                with (source / "conf.py").open("a", encoding="utf-8") as stream:
                    stream.write(PREAMBLE.read_text(encoding="utf-8"))
            command = [sys.executable, "-m", "sphinx", "-M", "latexpdf", source, folder, "-q", *options]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            take(Path(folder) / "latex" / "cv.pdf", PICTURES / f"{name}.png")


def take(paper: Path, picture: Path) -> None:
    """The first sheet, in few colours: type needs no more."""
    subprocess.run(
        ["pdftoppm", "-png", "-r", "100", "-f", "1", "-singlefile", paper, picture.with_suffix("")], check=True
    )
    with Image.open(picture) as image:
        small = image.convert("RGB").quantize(48)
    small.save(picture, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])
