"""What stands in the doctree on its way to LaTeX only: fields, the head that typesets them, links, facts."""

from __future__ import annotations

from docutils import nodes


class academic_field(nodes.inline):
    """One field of a thing, ``name``; ``more`` where the thing has one of that name already."""


class academic_contact(nodes.inline):
    """One way to reach a person, ``kind``; ``uri`` may be empty."""


class academic_contact_break(nodes.Invisible, nodes.Element):
    """A new row of contacts."""


class academic_head(nodes.Invisible, nodes.Element):
    """Where the fields of a thing are typeset."""


class academic_address(nodes.inline):
    """A link with an absolute ``uri``, which is no reference: Sphinx makes no footnotes of it."""


class academic_shape(nodes.inline):
    """A part on a line that is typeset as it stands: ``name``, ``macro`` of its letters, ``chip``."""


class academic_line_end(nodes.Invisible, nodes.Element):
    """Where a line of a layout ends."""


class academic_link_separator(nodes.Invisible, nodes.Element):
    """What stands between two links."""


class academic_facts(nodes.field_list):
    """An author's field list in a CV: *label: items*."""


class academic_fact(nodes.field):
    """One row of it."""


class academic_fact_label(nodes.field_name):
    """What stands before the colon."""


class academic_break(nodes.Invisible, nodes.Element):
    """Where a long word may break if it must; ``good`` where it had better."""


class academic_tie(nodes.Invisible, nodes.Element):
    """No page ends behind the next list, nor behind this row of a list; ``block``: nor behind the next block."""


class academic_unsettable(nodes.inline):
    """Characters that the engine cannot set."""


class academic_title(nodes.inline):
    """The title of the document, as it is typeset where no profile prints a name."""


class academic_script(nodes.inline):
    """Characters that the document's typeface may lack; ``script`` is a key of ``kinds.scripts``."""
