"""Take the pictures of the README and the documentation: the demo, every layout, every example.

``python tools/pictures.py [demo] [looks] [example …]``; without a word, all of them. It builds what it takes pictures
of, in ``build/pictures``, and needs Chromium, TeX, poppler and Pillow.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

sys.path.insert(0, str(Path(__file__).parent))

from chromium import browser_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"
GALLERY = ROOT / "docs" / "gallery"
BUILT = ROOT / "build" / "pictures"

LOOKS = ("homepage", "chip", "cv", "list", "compact", "card", "reference", "plain")
PAGES = {"lab": "publications", "long-cv": "cv", "xuanlei-zhao-cv": "cv"}
"""What is shown of an example that is not its first page."""
SHEET = (1000, 1414)
"""Pixels in the proportions of A4, so that a page and a sheet stand side by side."""
HALF = (800, 1131)
"""The same for what is shown in half a column."""
FIRST = {"lab": 7}
"""The sheet that is shown of a PDF, where it is not the first."""

_LIST = "article[role=main] ol.academic-publications"
_LEGEND = "article[role=main] ol.academic-publications + .academic-legend"
_MARGIN = 12


def main(chosen: list[str]) -> None:
    """Take the pictures that are named, or all."""
    names = sorted(path.parent.name for path in EXAMPLES.glob("*/conf.py") if path.parent.name != "looks")
    for name in chosen or ["demo", "looks", *names]:
        match name:
            case "demo":
                demo()
            case "looks":
                looks()
            case _:
                example(name)


def demo() -> None:
    """The homepage and the CV at the head of everything."""
    pictures = ROOT / "docs" / "_static"
    screenshot(html("noether") / "index.html", pictures / "homepage.png", SHEET)
    sheet(pdf("noether"), pictures / "cv.png", SHEET, 1)


def looks() -> None:
    """Each layout in light and in dark, wide and on a phone, and on paper."""
    pages, papers = html("looks"), pdf("looks").parent
    for scheme in ("light", "dark"):
        for width, suffix in ((1280, ""), (360, "-phone")):
            with browser_page(width=width, height=1600, dark=scheme == "dark", scale=1.25) as page:
                for look in LOOKS:
                    page.goto((pages / f"{look}.html").as_uri())
                    take_list(page, width, GALLERY / f"{look}{suffix}-{scheme}.png")
    for look in LOOKS:
        take_paper(papers / f"{look}.pdf", GALLERY / f"{look}-pdf.png")


def example(name: str) -> None:
    """One example in light and in dark, and the first sheet of its PDF."""
    path = html(name) / f"{PAGES.get(name, 'index')}.html"
    for scheme in ("light", "dark"):
        screenshot(path, GALLERY / f"{name}-{scheme}.png", HALF, dark=scheme == "dark")
    sheet(pdf(name), GALLERY / f"{name}-pdf.png", HALF, FIRST.get(name, 1))


def html(name: str) -> Path:
    """The folder of an example's pages."""
    target = BUILT / name / "html"
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "-b", "html", EXAMPLES / name, target], check=True)
    return target


def pdf(name: str) -> Path:
    """The first PDF of an example."""
    command = [sys.executable, "-m", "sphinx", "-M", "latexpdf", EXAMPLES / name, BUILT / name, "-q"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return min((BUILT / name / "latex").glob("*.pdf"))


def screenshot(path: Path, picture: Path, size: tuple[int, int], *, dark: bool = False) -> None:
    """The top of a page."""
    width, height = size
    with browser_page(width=width, height=height, dark=dark) as page:
        page.goto(path.as_uri())
        page.screenshot(path=picture)
    smaller(picture)


def take_list(page: Page, width: int, picture: Path) -> None:
    """A list of publications with its legend, and a margin."""
    boxes = [
        box for name in (_LIST, _LEGEND) if page.locator(name).count() and (box := page.locator(name).bounding_box())
    ]
    left, top = max(0, boxes[0]["x"] - _MARGIN), boxes[0]["y"] - _MARGIN
    bottom = boxes[-1]["y"] + boxes[-1]["height"] + _MARGIN
    area = {"x": left, "y": top, "width": min(width, boxes[0]["width"] + 2 * _MARGIN), "height": bottom - top}
    page.screenshot(path=picture, clip=area, full_page=True)
    smaller(picture)


def sheet(paper: Path, picture: Path, size: tuple[int, int], number: int) -> None:
    """One sheet of a PDF."""
    options = ["-f", str(number), "-scale-to-x", str(size[0]), "-scale-to-y", str(size[1])]
    subprocess.run(["pdftoppm", "-png", "-singlefile", *options, paper, picture.with_suffix("")], check=True)
    smaller(picture, 32)


def take_paper(paper: Path, picture: Path) -> None:
    """What is printed on a sheet, without its empty parts and the number at its foot."""
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-r", "140", paper, picture.with_suffix("")], check=True)
    with Image.open(picture) as image:
        body = image.convert("RGB").crop((0, 0, image.width, image.height * 7 // 8))
    left, top, right, bottom = ImageChops.difference(body, Image.new("RGB", body.size, "white")).getbbox() or (
        0,
        0,
        1,
        1,
    )
    body.crop((left - _MARGIN, top - _MARGIN, right + _MARGIN, bottom + _MARGIN)).save(picture)
    smaller(picture, 32)


def smaller(picture: Path, colours: int = 64) -> None:
    """Few colours, the rare ones among them: text on a plain ground does not miss the others."""
    with Image.open(picture) as image:
        few = image.convert("RGB").quantize(colours, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)
    print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
