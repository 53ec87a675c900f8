"""What the four directives have in common: checked options, and problems with their place."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from docutils import frontend
from docutils.languages import get_language
from docutils.nodes import Element, field_name, fully_normalize_name
from docutils.parsers.rst import Parser, directives, states
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import get_node_source

from sphinxcontrib_academic.directives.asking import number
from sphinxcontrib_academic.domain import domain_of
from sphinxcontrib_academic.layouts import DEFAULT
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.nodes import academic_line, academic_words
from sphinxcontrib_academic.reporting import did_you_mean, report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from docutils import nodes

    from sphinxcontrib_academic.domain import AcademicDomain


_T = TypeVar("_T")


class AnyOption(dict[str, "Callable[[str], Any]"]):
    """Options of every name: a misspelt one costs itself, not the directive, and gets a hint."""

    def __missing__(self, name: str) -> Callable[[str], str]:
        # docutils gives None for an option without a value
        return lambda value: value or ""

    def __contains__(self, name: object) -> bool:
        return True

    def __bool__(self) -> bool:
        return True


class AcademicDirective(SphinxDirective):
    """A directive of the domain ``academic``."""

    has_content = True
    final_argument_whitespace = True
    option_spec = AnyOption({"class": directives.class_option, "name": directives.unchanged})
    known_options: ClassVar[tuple[str, ...]] = ()
    """The options beside ``class`` and ``name``."""

    @property
    def domain(self) -> AcademicDomain:
        """The domain of the build."""
        return domain_of(self.env)

    @property
    def docname(self) -> str:
        """The page that is read."""
        return str(self.env.docname)

    def place(self, line: int | None = None) -> Location:
        """Where the directive stands, or a line of it."""
        source, own = self.get_source_info()
        return Location(source or self.env.docname, line or own)

    def complain(self, code: Code, message: str, line: int | None = None) -> None:
        """Report a problem at the directive, or at a line of it."""
        report(Problem(code, message, self.place(line)))

    def check_options(self, also: Iterable[str] = ()) -> None:
        """Report options that the directive does not have, and take them out."""
        known = {*self.known_options, *also, "class", "name"}
        for name in [name for name in self.options if name not in known]:
            del self.options[name]
            hint = self.hint_for(name) or did_you_mean(name, known)
            self.complain(Code.UNKNOWN_VALUE, f"the directive {self.name!r} has no option {name!r}{hint}")

    def hint_for(self, _name: str) -> str:
        """What a directive knows of a word that is no option of it."""
        return ""

    def layout_name(self) -> str:
        """The layout that the directive or the site asks for."""
        site = str(self.config.academic_layout)
        layouts = self.domain.layouts
        default = site if site in layouts else DEFAULT
        value = str(self.options.get("layout", default)).strip()
        return value if value in layouts else self.choice("layout", layouts, default)

    def choice(self, option: str, choices: Iterable[str], default: str = "") -> str:
        """The value of an option that must be one of a few."""
        value = str(self.options.get(option, default)).strip()
        known = list(choices)
        if value == default or value in known:
            return value
        expected = f"expected one of {', '.join(known)}"
        self.complain(Code.UNKNOWN_VALUE, f":{option}: is {value!r}, {expected}{did_you_mean(value, known)}")
        return default

    def limited(self, items: list[_T]) -> list[_T]:
        """The first of these, as many as ``:limit:`` says."""
        return items[: number(self, "limit")]

    def named(self, node: nodes.Element) -> nodes.Element:
        """The node with what ``:class:`` and ``:name:`` say."""
        self.note_name(node)
        return self.classed(node)

    def classed(self, node: nodes.Element) -> nodes.Element:
        """The node with what ``:class:`` says, and with its place."""
        node["classes"] += self.options.get("class", [])
        self.set_source_info(node)
        # Sphinx gives them the same, and writes each as XML before, for a log that nobody reads
        for line in node.findall(Element):
            if isinstance(line, (academic_line, field_name)) and not line.source:
                line.source, line.line = get_node_source(line), 0
        return node

    def note_name(self, node: nodes.Node) -> None:
        """References to ``:name:`` lead to the node."""
        name = self.options.get("name", "")
        if name and isinstance(node, Element):
            node["names"].append(fully_normalize_name(name))
            self.state.document.note_explicit_target(node, node)

    def words(self, text: str) -> list[nodes.Node]:
        """The inline nodes of an option's text, in the language of the page."""
        found, messages = self.parse_inline(text)
        return [*found, *messages]

    def prose(self, words: Sequence[nodes.Node]) -> list[nodes.Node]:
        """These words as one that is translated as a whole; ``gettext`` asks for them as they are written."""
        written = "".join(getattr(word, "rawsource", "") or word.astext() for word in words)
        if not written.strip():
            return list(words)
        whole = academic_words(written, "", *words, translatable=True)
        self.set_source_info(whole)
        return [whole]

    def configured_words(self, text: str) -> list[nodes.Node]:
        """The inline nodes of a text of ``conf.py``, which is reST whatever the page is written in."""
        document = self.state.document
        inliner = states.Inliner()
        inliner.init_customizations(_reader_settings())
        memo: Any = SimpleNamespace(
            document=document,
            reporter=document.reporter,
            language=get_language("en", document.reporter),
            title_styles=[],
            section_level=0,
            section_bubble_up_kludge=False,
            inliner=inliner,
        )
        found, messages = inliner.parse(text, self.lineno, memo, document)
        return [*found, *messages]


@cache
def _reader_settings() -> Any:
    """What the reST parser is set to when nobody sets it; a page in Markdown has no such settings."""
    return frontend.get_default_settings(Parser)
