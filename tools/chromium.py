"""A page in a headless Chromium that asks no other machine for anything."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def program() -> str | None:
    """The Chromium of this machine, or the one named in the environment variable ``CHROMIUM``."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)


@contextmanager
def browser_page(*, width: int, height: int, dark: bool = False, scale: float = 1) -> Iterator[Page]:
    """An empty page of that size in CSS pixels, each of which is so many of the screen's wide."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            device_scale_factor=scale,
        )
        yield page
        browser.close()
