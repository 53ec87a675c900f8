"""Draw the portraits and monograms of the examples: nobody's photograph, nobody's trade mark.

Run ``python tools/drawings.py [example …]``; it needs Chromium, and writes the PNG files that are in the repository.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from chromium import browser_page

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"

SILHOUETTE = """
<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 100 100">
  <rect width="100" height="100" fill="#dfe4ea"/>
  <circle cx="50" cy="38" r="18.5" fill="#9aa5b8"/>
  <ellipse cx="50" cy="98" rx="33" ry="33" fill="#9aa5b8"/>
</svg>"""

# a figure with hair gathered in a bun, a high collar and a small pendant: the fashion of about 1910
PORTRAIT = """
<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 100 100">
  <defs>
    <linearGradient id="ground" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#e9e4d8"/><stop offset="1" stop-color="#d5cdbb"/>
    </linearGradient>
  </defs>
  <rect width="100" height="100" fill="url(#ground)"/>
  <circle cx="55.5" cy="16.5" r="9.5" fill="#3b3a45"/>
  <path
    d="M31 39 C29 21 41 13.5 52 14.5 C66 15.5 72 27 69.5 41 C68.5 47 66 51 63 53 L36 53 C33 49 31.6 45 31 39Z"
        fill="#3b3a45"/>
  <path d="M43 55 L43 68 L58 68 L58 55Z" fill="#c9b9a1"/>
  <path
    d="M36 36 C36 26 43 22.5 50.5 22.5 C58.5 22.5 65 27 65 37 C65 50 58 59.5 50.5 59.5 C43 59.5 36 50 36 36Z"
        fill="#dccdb6"/>
  <path d="M35 40 C35 26 43 21 52 22 C46 25 40 30 38.5 40 C38 42 36 43 35 40Z" fill="#3b3a45"/>
  <path d="M66 40 C66 28 60 22 51 22 C57 26 61 31 62.5 40 C63 42 65.2 43 66 40Z" fill="#3b3a45"/>
  <g fill="none" stroke="#4b4a55" stroke-width="1.1">
    <circle cx="44.2" cy="40" r="4.3"/><circle cx="56.8" cy="40" r="4.3"/>
    <path d="M48.5 39.6 Q50.5 38.4 52.5 39.6"/>
  </g>
  <path d="M46.5 51.5 Q50.5 53.6 54.5 51.5" fill="none" stroke="#a68a72" stroke-width="1.2"
        stroke-linecap="round"/>
  <path d="M8 100 C10 80 24 73.5 41 70 L42 63 Q50.5 68 59 63 L60 70 C77 73.5 91 80 93 100Z"
        fill="#1c3a66"/>
  <path d="M42 63 Q50.5 68 59 63 L59.6 68.5 Q50.5 73.5 41.3 68.5Z" fill="#f2efe7"/>
  <path d="M44 71.5 L50.5 83 L57 71.5" fill="none" stroke="#c8a951" stroke-width="0.9"/>
  <circle cx="50.5" cy="84.5" r="2.1" fill="#c8a951"/>
</svg>"""

MONOGRAM = """
<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 100 100">
  <rect width="100" height="100" rx="16" fill="{colour}"/>
  <text x="50" y="52" fill="#ffffff" font-family="DejaVu Sans" font-weight="bold" font-size="{letters}"
        text-anchor="middle" dominant-baseline="central">{word}</text>
</svg>"""

WORDMARK = """
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="72" viewBox="0 0 {width} 72">
  <rect width="{width}" height="72" rx="14" fill="{colour}"/>
  <text x="50%" y="38" fill="#ffffff" font-family="DejaVu Sans" font-weight="bold" font-size="42"
        text-anchor="middle" dominant-baseline="central">{word}</text>
</svg>"""

# previews of papers: frames in a pyramid, a sequence in parallel, a folded chain
PREVIEW = """
<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200" fill="none"
     stroke-linecap="round" stroke-linejoin="round">
  <rect width="320" height="200" fill="{ground}"/>{shapes}
</svg>"""
PYRAMID = "".join(
    f'<rect x="{160 - 17 * count}" y="{10 + 37 * row}" width="{34 * count}" height="30" rx="4" fill="{colour}"/>'
    for row, (count, colour) in enumerate(
        zip((2, 4, 6, 8, 9), ("#f2b134", "#ed8b46", "#d9635b", "#a34f78", "#5d4a86"), strict=True)
    )
)
SEQUENCE = "".join(
    f'<rect x="{22 + 56 * column}" y="{20 + 42 * row}" width="48" height="34" rx="4" fill="{colour}"/>'
    for column in range(5)
    for row, colour in enumerate(("#2a9d8f", "#3fb59a", "#8ab17d", "#e9c46a"))
    if (column + row) % 5 != 4
)
FOLD = """
  <path d="M30 150 C60 20 90 20 110 100 S150 190 180 110 S215 20 240 80 S270 160 295 60" stroke="#5b7fb8"
        stroke-width="18"/>
  <path d="M30 150 C60 20 90 20 110 100 S150 190 180 110 S215 20 240 80 S270 160 295 60" stroke="#a9c4e8"
        stroke-width="7"/>"""

DRAWINGS = {
    "looks/images/pyramid.png": PREVIEW.format(ground="#fbf3e4", shapes=PYRAMID),
    "looks/images/sequence.png": PREVIEW.format(ground="#eef5f2", shapes=SEQUENCE),
    "looks/images/fold.png": PREVIEW.format(ground="#eef2f8", shapes=FOLD),
    "noether/images/noether.png": PORTRAIT.format(size=320),
    "hexu-zhao/images/portrait.png": SILHOUETTE.format(size=256),
    "hexu-zhao/images/nyu.png": MONOGRAM.format(size=160, colour="#57068c", word="NYU", letters=32),
    "hexu-zhao/images/tsinghua.png": MONOGRAM.format(size=160, colour="#660874", word="THU", letters=32),
    "hexu-zhao/images/nvidia.png": MONOGRAM.format(size=160, colour="#76b900", word="NV", letters=34),
    "hexu-zhao/images/deepspeed.png": MONOGRAM.format(size=160, colour="#00a4ef", word="MS", letters=34),
    "xuanlei-zhao-2024/images/portrait.png": SILHOUETTE.format(size=256),
    "xuanlei-zhao-2025/images/portrait.png": SILHOUETTE.format(size=256),
    "xuanlei-zhao-2025/images/tiktok.png": WORDMARK.format(width=220, colour="#121212", word="TikTok"),
}


def main(chosen: list[str]) -> None:
    """Draw every file, or those of the examples that are named."""
    for name, svg in DRAWINGS.items():
        if chosen and name.partition("/")[0] not in chosen:
            continue
        path = EXAMPLES / name
        path.parent.mkdir(exist_ok=True)
        with browser_page(width=320, height=320) as page:
            page.set_content(f"<style>body{{margin:0;background:transparent}}svg{{display:block}}</style>{svg}")
            page.locator("svg").screenshot(path=path, omit_background=True)
        print(f"{name}: {path.stat().st_size} bytes")
    for path in sorted((EXAMPLES / "hexu-zhao" / "images").glob("*.png")):
        shutil.copy(path, EXAMPLES / "hexu-zhao-myst" / "images")


if __name__ == "__main__":
    main(sys.argv[1:])
