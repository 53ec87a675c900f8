#!/usr/bin/env python3
"""The project's two commands for a fresh machine, with nothing but Python.

``python3 dev.py demo``    makes ``.venv``, then the demo's homepage and its CV in PDF, in ``build/demo``
``python3 dev.py test …``  makes ``.venv``, then runs all checks and tests; the rest goes to pytest
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
DEMO = ROOT / "docs" / "examples" / "noether"
TARGET = ROOT / "build" / "demo"
TEX = "latexmk texlive-latex-recommended texlive-latex-extra texlive-fonts-recommended texlive-fonts-extra"


def main(arguments: list[str]) -> int:
    """Run the command that is named."""
    match arguments:
        case ["demo"]:
            return demo()
        case ["test", *rest]:
            return test(rest)
    print(__doc__)
    return 0 if arguments in (["-h"], ["--help"]) else 2


def demo() -> int:
    """Build the demo homepage and its CV."""
    install("demo", ["-e", f"{ROOT}[furo]"])
    if run(PYTHON, "-m", "sphinx", "-q", "-n", "-W", "-b", "html", DEMO, TARGET / "html"):
        return 1
    print(f"\nThe homepage: {TARGET / 'html' / 'index.html'}")
    if not (shutil.which("latexmk") and shutil.which("pdflatex")):
        print(f"The CV needs TeX, which is not installed. On Debian and Ubuntu:\n  sudo apt-get install {TEX}")
        return 1
    log = TARGET / "latex.log"
    command = [PYTHON, "-m", "sphinx", "-M", "latexpdf", DEMO, TARGET, "-q", "-n", "-W"]
    with log.open("w", encoding="utf-8") as stream:
        outcome = subprocess.run(command, cwd=ROOT, stdout=stream, stderr=subprocess.STDOUT, check=False)
    written = sorted((TARGET / "latex").glob("*.pdf"))
    if outcome.returncode or not written:
        print(f"The CV could not be made. On Debian and Ubuntu this may help:\n  sudo apt-get install {TEX}")
        print(f"What TeX said: {log}")
        return 1
    print(f"The CV:       {shutil.copy(written[0], TARGET / 'cv.pdf')}")
    return 0


def test(rest: list[str]) -> int:
    """Check the style and the types, then run the tests."""
    install("test", ["--group", f"{ROOT / 'pyproject.toml'}:dev", "-e", str(ROOT)])
    # all of them whatever comes out, so that one run tells everything
    checks = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"], ["pytest", *rest])
    return max([run(PYTHON, "-m", *check) for check in checks])


def install(name: str, what: list[str]) -> None:
    """Install into ``.venv``, which is made where there is none of this Python, unless it was done before."""
    version = ".".join(map(str, sys.version_info[:3]))
    stamp = VENV / f"{name}.stamp"
    state = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    settings = VENV / "pyvenv.cfg"
    if not settings.exists() or f"version = {version}" not in settings.read_text(encoding="utf-8"):
        print(f"Making .venv with Python {version} …", flush=True)
        try:
            venv.create(VENV, clear=True, with_pip=True)
        except subprocess.CalledProcessError:
            sys.exit("This Python has no venv. On Debian and Ubuntu:\n  sudo apt-get install python3-venv")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        return
    print("Installing, which takes a minute …", flush=True)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    if run(*pip, "--upgrade", "pip>=25.1") or run(*pip, *what):
        sys.exit("The installation failed; pip says above why.")
    stamp.write_text(state, encoding="utf-8")


def run(*command: str | Path) -> int:
    """Run a command in the folder of the project; its exit status."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
