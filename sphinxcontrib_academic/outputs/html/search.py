"""The box for visitors: what the script must know of a list, and the script on the pages that have one.

Without the script nothing of it is seen. The script makes the box at an ``academic_search`` for the lists between
it and the next one, from the JSON in it::

    {"language": …, "words": {…}, "counts": {word: {plural form: …}},
     "fields": [{"name": …, "label": …, "chips": [[label, value, count], …]}],
     "works": {key: [text, [chip, …] of the first field, …]}}
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.domain import domain_of
from sphinxcontrib_academic.kinds.search import SEARCH_OF_ONE, SEARCH_WORDS, search_field
from sphinxcontrib_academic.kinds.works import work_type
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.render.venues import venue_of, year_text
from sphinxcontrib_academic.render.words import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from sphinxcontrib_academic.model.works import Work

SCRIPT = "sphinxcontrib-academic.js"

_LONG = 400
"""Browsers lay out the entries of longer lists only where they are seen."""

_NO_TOPICS = frozenset({"selected"})
"""Keywords that say something else."""

_FEW = 12
"""So many topics are shown whether or not they are topics of more than one publication."""


def visit_search(self: HTML5Translator, node: nodes.Element) -> None:
    """The place of the box, which the script fills."""
    if self.builder.embedded:  # books and help systems run no scripts
        raise nodes.SkipNode
    domain = domain_of(self.builder.env)
    works = [work for key in node["keys"] if (work := domain.find(key, self.builder.current_docname)) is not None]
    data = json.dumps(
        search_data(works, node["fields"], domain.setting.words), ensure_ascii=False, separators=(",", ":")
    )
    data = data.replace("<", "\\u003c")  # a word of a title does not end the block
    css = "academic-search academic-long" if len(works) > _LONG else "academic-search"
    self.body.append(self.starttag(node, "div", "", CLASS=css, hidden="hidden"))
    self.body.append(f'<script type="application/json">{data}</script></div>\n')
    raise nodes.SkipNode


def visit_item(self: HTML5Translator, node: nodes.Element) -> None:
    """A place in a list; where it can be searched, it says which publication it shows."""
    attributes: dict[str, Any] = {}
    if isinstance(node.parent, nodes.Element) and node.parent.get("search"):
        attributes["data-work"] = next((str(child["key"]) for child in node.findall(academic.academic_publication)), "")
    self.body.append(self.starttag(node, "li", "\n", **attributes))


def search_data(works: Sequence[Work], fields: Iterable[str], say: Wording | None = None) -> dict[str, Any]:
    """What the script must know of these works."""
    say = say or Wording("en")
    found = [(row, chips) for name in fields if (row := search_field(name)) and (chips := _chips(row.key, works, say))]
    columns = [(row.key, {chip.folded: index for index, chip in enumerate(chips)}) for row, chips in found]
    return {
        "language": say.language.replace("_", "-"),
        "words": {name: say(message) for name, message in SEARCH_WORDS.items()},
        "counts": {name: say.forms(one, SEARCH_WORDS[name]) for name, one in SEARCH_OF_ONE.items()},
        "fields": [
            {
                "name": row.parameter,
                "label": say(row.label),
                "chips": [[chip.label, chip.value, count] for chip, count in chips.items()],
            }
            for row, chips in found
        ],
        "works": {
            work.key: [
                searched_text(work),
                *(sorted({at[c.folded] for c in _values(field, work, say) if c.folded in at}) for field, at in columns),
            ]
            for work in works
        },
    }


def searched_text(work: Work) -> str:
    """Title, people, venue in short and in full, year, keywords."""
    venue = venue_of(work)
    people = [str(person.name) for _, group in work.contributors for person in group.members]
    venues = [venue.text.plain, venue.full.plain] if venue is not None else []
    words = [work.text("title").plain, work.text("shorthand").plain, *people, *venues, year_text(work), *work.keywords]
    return "\n".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class _Chip:
    """One value of a field."""

    label: str
    value: str
    """What stands for it in an address."""

    @property
    def folded(self) -> str:
        """The value without regard to case: a keyword in other letters is the same keyword."""
        return self.value.casefold()


def _chips(field: str, works: Sequence[Work], say: Wording) -> dict[_Chip, int]:
    """The values of a field in the order of their chips, and how many works have each."""
    spellings: dict[str, _Chip] = {}
    counts: Counter[_Chip] = Counter()
    for work in works:
        counts.update({spellings.setdefault(chip.folded, chip) for chip in _values(field, work, say)})
    if field == "year":
        return dict(sorted(counts.items(), key=lambda pair: pair[0].value, reverse=True))
    # among equals the order of the list, which sets do not keep
    order = {chip: index for index, chip in enumerate(spellings.values())}
    few = field != "keyword" or len(counts) <= _FEW
    kept = [(chip, count) for chip, count in counts.items() if few or count > 1]
    return dict(sorted(kept, key=lambda pair: (-pair[1], order[pair[0]])))


def _values(field: str, work: Work, say: Wording) -> list[_Chip]:
    match field:
        case "keyword":
            return [_Chip(word, word) for word in work.keywords if word.casefold() not in _NO_TOPICS]
        case "type":
            row = work_type(work.type)
            return [_Chip(say(row.label), row.key)] if row is not None else []
        case "year":
            text = year_text(work)
        case _:
            venue = venue_of(work)
            text = venue.text.plain if venue is not None else ""
    return [_Chip(text, text)] if text else []


def add_script(
    app: Sphinx, _page: str, _template: str, _context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """The script, once for each page that has a box."""
    if doctree is not None and next(doctree.findall(academic.academic_search), None) is not None:
        app.add_js_file(SCRIPT, loading_method="defer")
