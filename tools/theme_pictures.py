"""Take the pictures of ``docs/themes.rst``: the demo in each theme, in light and in dark where the theme has it.

``pip install --group themes`` and ``python tools/theme_pictures.py [theme …]``; without a word, all of them. It needs
Chromium and Pillow.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from chromium import browser_page
from pictures import BUILT, EXAMPLES, ROOT, smaller

PICTURES = ROOT / "docs" / "_static"
WIDTH, HEIGHT, SCALE = 1200, 900, 0.75

DARK = "[{'media': '(prefers-color-scheme: light)'}, {'media': '(prefers-color-scheme: dark)', 'scheme': 'slate'}]"
THEMES = {
    "furo": "",
    "alabaster": "",
    "pydata_sphinx_theme": "",
    "sphinx_book_theme": "",
    "sphinx_rtd_theme": "",
    "sphinx_immaterial": (
        f"extensions.append('sphinx_immaterial')\nhtml_theme_options = {{'font': False, 'palette': {DARK}}}"
    ),
}
"""By name, what ``conf.py`` says beside it."""
LIGHT_ONLY = {"alabaster", "sphinx_rtd_theme"}
CONF = """\
import os

demo = {demo!r}
os.chdir(demo)
exec(open("conf.py", encoding="utf-8").read())
html_favicon = ""
html_theme = {theme!r}
{options}
"""


def main(chosen: list[str]) -> None:
    """Build and take each."""
    for theme in chosen or THEMES:
        page = html(theme) / "index.html"
        for scheme in ("light",) if theme in LIGHT_ONLY else ("light", "dark"):
            picture = PICTURES / f"theme-{short(theme)}-{scheme}.png"
            with browser_page(width=WIDTH, height=HEIGHT, dark=scheme == "dark", scale=SCALE) as tab:
                tab.goto(page.as_uri())
                tab.screenshot(path=picture)
            smaller(picture, 48)


def short(theme: str) -> str:
    """The part of its name that others do not have."""
    return theme.removeprefix("sphinx_").removesuffix("_theme").removesuffix("_sphinx")


def html(theme: str) -> Path:
    """The folder of the demo's pages in a theme."""
    demo, target = EXAMPLES / "noether", BUILT / "themes" / theme
    conf = target / "conf"
    conf.mkdir(parents=True, exist_ok=True)
    text = CONF.format(demo=str(demo), theme=theme, options=THEMES[theme])
    (conf / "conf.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-a", "-b", "html", "-c", conf, demo, target / "html"]
    subprocess.run(command, check=True)
    return target / "html"


if __name__ == "__main__":
    main(sys.argv[1:])
