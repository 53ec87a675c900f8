"""The node classes: things and parts, each a child of a docutils node, so that every builder can show them.

A *thing* is a block: a profile, a list of publications, one publication, a timeline, one entry.
Its words stand in *parts*, inline nodes with a ``part`` of ``kinds.parts``, on the lines of an
``academic_lines``. The part ``title`` is ``.academic-title`` in CSS and the field ``title`` in LaTeX.

::

    academic_profile                 academic_publications        academic_timeline
      academic_photo                   academic_item                academic_entry
      academic_lines                     academic_publication         academic_lines
        academic_line                      academic_lines               academic_line
          academic_part …                    academic_line                academic_part …
      the biography                            academic_part …        the author's own prose
                                           the author's remark        academic_logo
                                       academic_legend
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Iterator


class Many(nodes.Element):
    """What is made in thousands: as docutils makes its nodes, without asking each child for a document."""

    def __init__(self, rawsource: str = "", *children: nodes.Node | str, **attributes: Any) -> None:
        self.rawsource, self.tagname = rawsource, type(self).__name__
        self.children = [child if isinstance(child, nodes.Node) else nodes.Text(child) for child in children if child]
        for child in self.children:
            child.parent = self
        self.attributes = {"ids": [], "classes": [], "names": [], "dupnames": [], "backrefs": []}
        for name, value in attributes.items():
            self.attributes[name] = list(value) if name in _LISTS else value


_LISTS = {"ids", "classes", "names", "dupnames", "backrefs"}


# things


class academic_profile(nodes.container):
    """The person."""


class academic_publications(nodes.bullet_list):
    """A list of publications; ``search`` is true where visitors can search it, ``widest`` its widest number."""


class academic_item(Many, nodes.list_item):
    """One place in a list of publications."""


class academic_publication(Many, nodes.container):
    """One publication; ``key``, ``type`` (CSL), ``layout``. Its first id is the anchor made of its key."""


class academic_written(nodes.container):
    """Publications that an output writes by itself.

    HTML has written them as soon as they were made: ``pieces`` are what it wrote, with nodes between that are left to
    its translator; the child is what a search reads. LaTeX keeps them as they are, ``items``, away from transforms.
    ``marks`` are what a legend explains, ``formulas`` says whether there are any of which Sphinx must know.
    """


class academic_search(nodes.comment):
    """The place of a box that searches the lists between it and the next one; ``keys``, ``fields``.

    A comment to every output that has no use for it.
    """


class academic_timeline(nodes.bullet_list):
    """What happened when; ``kind`` is a key of ``kinds.timeline`` or what the author wrote.

    ``shape`` is ``full`` where at least one entry has more than one line, else ``short``.
    """


class academic_entry(nodes.list_item):
    """One thing that happened; ``kind``."""


class academic_roles(nodes.bullet_list):
    """Positions at the organization of an entry: entries below it."""


class academic_legend(nodes.paragraph):
    """What the marks at names mean: ``academic_mark``, words, ``academic_mark``, words …"""


class academic_prose(nodes.container):
    """What the author wrote about a thing: a biography, a remark."""


class academic_lines(Many, nodes.line_block):
    """The lines of a thing."""


class academic_line(Many, nodes.line):
    """One line; ``kind`` says what stands on it where that matters: ``links``, ``contact``."""


class academic_pending(nodes.container):
    """The place of a thing whose words come from data files; filled when the page is written.

    ``thing`` (``publication``, ``publications``, ``timeline``), ``keys``, ``layout``, ``options``. Its children
    are what the author wrote at this place, and the images, which Sphinx collects when it reads. The groups of one
    list have one ``series`` and are ``numbered`` alike.
    """


class academic_photo(nodes.image):
    """The person's portrait."""


class academic_logo(nodes.image):
    """The mark of an organization, beside an entry."""


# parts


class AcademicPart(Many):
    """What all parts have in common: ``node["part"]`` is a name of ``kinds.parts``."""


class academic_part(AcademicPart, nodes.inline):
    """A part in the letters around it."""


class academic_strong_part(AcademicPart, nodes.strong):
    """A part that stands out: a title."""


class academic_emphasis_part(AcademicPart, nodes.emphasis):
    """A part that is set off: a venue in full."""


class academic_silent_part(AcademicPart, nodes.comment):
    """A part that the page says already; for outputs that have no page title."""


class academic_separator(Many, nodes.inline):
    """What stands between two parts of a line; outputs that lay parts out themselves leave it away."""


class academic_author(Many, nodes.inline):
    """One author with their marks. Outputs that break lines themselves do not break it."""


class academic_self(Many, nodes.strong):
    """The owner's name among authors; ``style`` is ``bold``, ``underline`` or both."""


class academic_mark(nodes.superscript):
    """The mark of a role; ``role`` and ``label`` say which, ``order`` its place in the legend."""


class academic_others(nodes.inline):
    """*et al.*, where the source names no more."""


class academic_more(nodes.inline):
    """Names that are unfolded where the output can: ``academic_more_words`` stands for ``academic_hidden``."""


class academic_more_words(nodes.inline):
    """What stands for hidden names: *and 5 more*."""


class academic_hidden(nodes.comment):
    """Words that only an output that unfolds them shows."""


class academic_disclosure(nodes.comment):
    """A part that is unfolded, ``part``: an ``academic_summary``, then what it hides.

    A comment to every output that cannot unfold.
    """


class academic_summary(nodes.inline):
    """What is pressed to unfold a part."""


class academic_source(nodes.literal_block):
    """An entry as BibTeX; not for the search of the site."""


class academic_download(nodes.comment):
    """A link to a file that an output makes, ``filename``; a comment to those that do not."""


class academic_preview(nodes.image):
    """A small image of a publication."""


class academic_time(Many, nodes.inline):
    """A date; ``datetime`` as HTML wants it, or empty."""


class academic_styled(nodes.inline):
    """Text in a style that docutils has no node for; ``style`` is ``small-caps`` or ``underline``."""


class academic_link(Many, nodes.reference):
    """A link of a person or a publication; ``relation`` is a key of ``kinds.links``.

    ``refuri`` is the address. One that is relative is relative to the root of the site.
    """


class academic_file(addnodes.download_reference):
    """A link to a file beside the sources, which is copied; ``relation`` as above."""


class academic_words(nodes.generated):
    """What the author says in one place: Sphinx translates it as a whole, which it does not do with parts of lines.

    No ``inline``: those that are translated lose their place (Sphinx's ``RemoveTranslatableInline`` moves their words
    behind all that stands beside them).
    """


class academic_email(nodes.inline):
    """An e-mail address that no robot reads: the words say ``name [at] host [dot] org``.

    ``address`` holds the address with every character percent-encoded (RFC 3986).
    """


THINGS: tuple[type[nodes.Element], ...] = (
    academic_profile,
    academic_publications,
    academic_item,
    academic_publication,
    academic_written,
    academic_search,
    academic_timeline,
    academic_entry,
    academic_roles,
    academic_legend,
    academic_prose,
    academic_lines,
    academic_line,
    academic_pending,
    academic_photo,
    academic_logo,
)

INLINES: tuple[type[nodes.Element], ...] = (
    academic_part,
    academic_strong_part,
    academic_emphasis_part,
    academic_silent_part,
    academic_separator,
    academic_author,
    academic_self,
    academic_mark,
    academic_others,
    academic_more,
    academic_more_words,
    academic_hidden,
    academic_disclosure,
    academic_summary,
    academic_source,
    academic_download,
    academic_preview,
    academic_time,
    academic_styled,
    academic_link,
    academic_file,
    academic_email,
    academic_words,
)


def parts_of(thing: nodes.Element) -> Iterator[nodes.Element]:
    """The parts on the lines of a thing, in their order."""
    for lines in thing.children:
        if isinstance(lines, academic_lines):
            yield from (node for node in lines.findall(nodes.Element) if isinstance(node, AcademicPart))
