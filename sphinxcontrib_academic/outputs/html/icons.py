"""Icons beside links: a page has those that it shows, in a style of its own, so that nothing is loaded for them.

They are masks in the colour of the text around them: nothing that is read aloud, copied or searched. A page without
them says the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import TemplateError

from sphinxcontrib_academic.checks import table_of, tables
from sphinxcontrib_academic.kinds.links import CONTACT_ICONS, LinkRelation, link_table
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.readers.icons import Icon, is_file, read_drawing, read_icon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from jinja2 import Environment
    from sphinx.application import Sphinx

_LINK = expression(r'class="academic-(?:(links[^"]*)|[^"]*\bacademic-link-([\w-]+))')
"""The look of some links, or one of them."""
_CONTACT = expression(rf'class="academic-({"|".join(CONTACT_ICONS)})"')
_IN_SIGNS = expression(r"-(?:bracket|pipe)\b")
_PROFILE = expression(r'<section class="[^"]*\bacademic-profile\b.*?</section>', re.DOTALL)
_SAFE = "!()*,-./:;={}~"
_ESCAPED = str.maketrans({sign: f"%{ord(sign):02X}" for sign in '%"#<>&\\'})


def add_icons(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """The style of a page's icons, in its head."""
    body = context.get("body")
    if not isinstance(body, str) or "academic-" not in body:
        return
    only_profile = app.config.academic_icons == "profile"
    if only_profile:
        body = "".join(_PROFILE.findall(body))
    scope = ".academic-profile " if only_profile else ""
    icons = dict(_icons(app, body, scope))
    if icons and shows_metatags(getattr(app.builder.templates, "environment", None)):
        context["metatags"] = (
            f'{context.get("metatags") or ""}\n<style class="academic-icons">\n{style(icons)}</style>\n'
        )
    elif icons:
        # it has "://" in it, the name of SVG, by which Sphinx knows that it is no file
        app.add_css_file(f"data:text/css,{quote(style(icons), safe=_SAFE)}")


def style(icons: dict[str, Icon]) -> str:
    """Icons by what they stand before; what their licences want to be said is said once."""
    credits_ = "".join(f"/*! {credit} */\n" for credit in sorted({icon.credit for icon in icons.values()}) if credit)
    return credits_ + "".join(f"{place}{{{_picture(icon)}}}\n" for place, icon in icons.items())


@lru_cache(maxsize=1)
def shows_metatags(environment: Environment | None) -> bool:
    """Whether the pages of a theme have what extensions say in their heads: all but a few have.

    The templates are searched, not read: Jinja takes longer for one than a page of publications does.
    """
    names, seen = ["page.html"], set[str]()
    while environment is not None and names:
        name = names.pop()
        seen.add(name)
        try:
            source = environment.loader.get_source(environment, name)[0]  # type: ignore[union-attr]
        except TemplateError:
            return True  # a theme with templates of another kind: nothing is known of it
        if _METATAGS.search(source):
            return True
        names += [other for other in _OTHERS.findall(source) if other not in seen]
    return environment is None


_METATAGS = expression(r"\{\{[^{}]*\bmetatags\b")
_OTHERS = expression(r"""\{%-?\s*(?:extends|include)\s*["']([^"']+)["']""")


def _picture(icon: Icon) -> str:
    # no sign of a style sheet or of HTML is left in it, and "*/" cannot stand in a credit: it came out of a comment
    data = f'--academic-icon:url("data:image/svg+xml,{icon.svg.translate(_ESCAPED)}");--academic-icon-content:""'
    return data if icon.width <= 1 else f"{data};--academic-icon-width:{icon.width:.4g}em"


def _icons(app: Sphinx, body: str, scope: str) -> Iterator[tuple[str, Icon]]:
    """Selector and icon, for all that the page shows, in the order of the table."""
    shown = set(_CONTACT.findall(body))
    for key, names in CONTACT_ICONS.items():
        icon = read_icon(names) if key in shown else None
        if icon is not None:
            yield f"p.academic-contact-line > .academic-{key}", icon
    linked = set(_linked(body))
    table = link_table(tables(table_of(app.config, "academic_links"))).rows
    for row in (*table, LinkRelation("custom", "", icon=("link",))):
        if row.key in linked and row.icon:
            path = row.icon[0]
            icon = read_drawing(Path(app.srcdir, path)) if is_file(path) else read_icon(row.icon)
            if icon is not None:
                yield f"{scope}.academic-links .academic-link.academic-link-{row.key}::before", icon


def _linked(body: str) -> Iterator[str]:
    """The relations of links that have icons: links in brackets or between bars have none, unless a layout says so."""
    has_icons = False
    for look, relation in _LINK.findall(body):
        if look:
            has_icons = not _IN_SIGNS.search(look) or "-icon" in look
        elif has_icons:
            yield relation
