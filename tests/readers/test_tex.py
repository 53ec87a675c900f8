"""What the TeX of a field becomes."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxcontrib_academic.model.problems import Code, Location
from sphinxcontrib_academic.model.text import Link, Math, Plain, Span, Style, Styled
from sphinxcontrib_academic.readers.tex import read_plain, read_text
from sphinxcontrib_academic.readers.tex.links import is_unsafe, safe_target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Location("publications.bib", 7)
CORPUS = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus"


def spans(tex: str) -> tuple[Span, ...]:
    return read_text(tex, HERE)[0].spans


def codes(tex: str) -> list[Code]:
    return [problem.code for problem in read_text(tex, HERE)[1]]


def leaves(found: Iterable[Span]) -> Iterator[Plain | Math | Link]:
    for span in found:
        match span:
            case Styled(_, children):
                yield from leaves(children)
            case Link(_, children):
                yield span
                yield from leaves(children)
            case _:
                yield span


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        (r"G{\"o}del", "Gödel"),
        (r"G\"odel", "Gödel"),
        (r"G{\"{o}}del", "Gödel"),
        (r"G\" odel", "Gödel"),
        (r"\v Zubrini{\'c}", "Žubrinić"),
        (r"\v{Z}ubrini\'{c}", "Žubrinić"),
        (r"{\v S}mith", "Šmith"),
        (r"Mart{\'\i}nez", "Martínez"),
        (r"Mart\'{\i}nez", "Martínez"),
        (r"Mart\'inez", "Martínez"),
        (r"Caballero-Garc\'ıa", "Caballero-García"),
        (r"Fran{\c c}ois \c{C}elik", "François Çelik"),
        (r"W{\k a}sowski \k{e}", "Wąsowski ę"),
        (r"Erd{\H o}s, Erd\H{o}s", "Erdős, Erdős"),
        (r"{\r A}ngstr\"om, \aa, {\AA}", "Ångström, å, Å"),
        (r"S{\o}ren {\O}rsted \L{}ukasz {\l}", "Søren Ørsted Łukasz ł"),
        (r"Stra{\ss}e, Stra\ss e, Weiss", "Straße, Straße, Weiss"),
        (r"{\ae}ther {\oe}uvre \AE\OE", "æther œuvre ÆŒ"),
        (r"\d{a}\b{d}\=a\.z\u{g}\t{oo}", "ạḏāżğo͡o"),
        (r"Nguy{\~{\^e}}n, \'{\^e}, \d{\^o}, \h{a}, \ecircumflex", "Nguyễn, ế, ộ, ả, ê"),
        ("Go\u0308del", "Gödel"),
        (r"\texttildelow\'{}", "˷´"),
    ],
)
def test_accents_are_composed(tex: str, words: str) -> None:
    """Accents of every kind, with and without braces, become letters in NFC."""
    assert read_plain(tex) == words
    assert unicodedata.is_normalized("NFC", read_plain(tex))


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        ("pp. 10--20 --- now", "pp. 10–20 — now"),
        ("``On'' `it', don't", "“On” ‘it’, don’t"),
        ("?`Qu\\'e?", "¿Qué?"),
        ("A~B", "A\u00a0B"),
        (r"a\,b", "a\u2009b"),
        (r"AT\&T 5\% \$5 \#1 a\_b \{x\}", "AT&T 5% $5 #1 a_b {x}"),
        (r"\ldots, \dots{} \textellipsis", "…, … …"),
        (r"1\textendash2\textemdash{}3", "1–2—3"),
        (r"\copyright \S 1 \P{} \dag\ddag \texttrademark{} \pounds 5 \euro{} \textregistered", "©§1 ¶ †‡™ £5 € ®"),
        (r"{\LaTeX} and \TeX", "LaTeX and TeX"),
        (r"{\alpha}-helix \rightarrow{} x", "α-helix → x"),
        ("100% sure", "100% sure"),
        ("C# & F#", "C# & F#"),
        (r"a \\ b", "a b"),
        (r"e\-mail, f\/f", "email, ff"),
        (r"a\hspace*{1cm}b\kern 1em c", "a b c"),
        (r"\textls[50]{x}\verb|a_{b}|", "xa_{b}"),
        (r"{\noopsort{1973b}}1973", "1973"),
        (r"{\switchargs{--90}{1968}}", "1968–90"),
        (r"\bibstring{phdthesis}", "PhD thesis"),
        (r"\MakeUppercase{stra{\ss}e} \lowercase{ABC}", "STRASSE abc"),
        (r"\mkbibparens{a} \enquote{b \enquote{c}}", "(a) “b ‘c’”"),
        (r"\textcolor{red}{a}\vspace{1em}\label{x}b", "ab"),
        (r"On {GPU}s and {E}uler", "On GPUs and Euler"),
        ("http://a.org/~b_c--d", "http://a.org/~b_c--d"),
        ("  a \t\n b  ", "a b"),
        ("x\\", "x"),
    ],
)
def test_signs_and_words(tex: str, words: str) -> None:
    """Ligatures, ties, escaped signs and commands without style become words."""
    assert read_plain(tex) == words


@pytest.mark.parametrize(
    ("tex", "style"),
    [
        (r"\emph{x}", Style.EMPHASIS),
        (r"\textit{x}", Style.EMPHASIS),
        (r"{\em x}", Style.EMPHASIS),
        (r"{\it x}", Style.EMPHASIS),
        (r"\mkbibemph{x}", Style.EMPHASIS),
        (r"{\bfseries x}", Style.STRONG),
        (r"\textbf x", Style.STRONG),
        (r"{\sc x}", Style.SMALL_CAPS),
        (r"\texttt{x}", Style.LITERAL),
        (r"\underline{x}", Style.UNDERLINE),
        (r"\textsuperscript{x}", Style.SUPERSCRIPT),
        (r"\textsubscript{x}", Style.SUBSCRIPT),
        (r"$^{x}$", Style.SUPERSCRIPT),
        (r"$_x$", Style.SUBSCRIPT),
        (r"\(^{\rm x}\)", Style.SUPERSCRIPT),
        (r"\ensuremath{^{\text{x}}}", Style.SUPERSCRIPT),
        ("<i>x</i>", Style.EMPHASIS),
        ("<STRONG>x</STRONG>", Style.STRONG),
        ("<sub>x</sub>", Style.SUBSCRIPT),
        ("<jats:sup>x</jats:sup>", Style.SUPERSCRIPT),
        ("<scp>x</scp>", Style.SMALL_CAPS),
        ("&lt;i&gt;x&lt;/i&gt;", Style.EMPHASIS),
        (r"{\textless}i{\textgreater}x{\textless}/i{\textgreater}", Style.EMPHASIS),
    ],
)
def test_styles(tex: str, style: Style) -> None:
    """Commands, declarations, scripts and the tags of careless exports become styles."""
    assert spans(tex) == (Styled(style, (Plain("x"),)),)


def test_styles_nest() -> None:
    """A style inside of a style stays inside."""
    assert spans(r"a \emph{b \textbf{c}} d") == (
        Plain("a "),
        Styled(Style.EMPHASIS, (Plain("b "), Styled(Style.STRONG, (Plain("c"),)))),
        Plain(" d"),
    )


@pytest.mark.parametrize(
    ("tex", "formula"),
    [
        (r"$x^2$", "x^2"),
        (r"$$x$$", "x"),
        (r"\(x\)", "x"),
        (r"\[x\]", "x"),
        (r"\ensuremath{x}", "x"),
        (r"$\alpha$", r"\alpha"),
        (r"$O(n \log n / \! \log\log n)$", r"O(n \log n / \! \log\log n)"),
        (r"$\left(\frac{a}{b}\right)^2$", r"\left(\frac{a}{b}\right)^2"),
        (r"$\begin{pmatrix}a & b \\ c & d\end{pmatrix}$", r"\begin{pmatrix}a & b \\ c & d\end{pmatrix}"),
        (r"$\sqrt[3]{x}$", r"\sqrt[{3}]{x}"),
        (r"$p &lt; 1$", "p < 1"),
        (r"$a % b$", r"a \% b"),
        (r"$a & b # c$", r"a \& b \# c"),
        (r"$α≤β$", r"\alpha\leq\beta"),
        (r"$x^a^b$", r"x^a{}^b"),
        (r"${\rm H}_2$", r"{\mathrm{ H}}_2"),
        (r"$\text{if $x$ & y}$", r"\text{if x \& y}"),
    ],
)
def test_formulas(tex: str, formula: str) -> None:
    """A formula keeps its TeX, mended where it would not compile."""
    assert spans(tex) == (Math(formula),)


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        ("costs $5", "costs $5"),
        ("from $5 and $10", "from $5 and $10"),
        (r"$\dagger$", "†"),
        (r"$\ast$", "*"),
        (r"20$^\circ$C", "20°C"),
        ("$", "$"),
    ],
)
def test_dollars_that_are_no_formulas(tex: str, words: str) -> None:
    """A dollar without its fellow is money, and a sign alone is a sign."""
    assert spans(tex) == (Plain(words),)


@pytest.mark.parametrize("tex", ["p < 0.05", "a<b and c>d", "List<T>", "AT&T; x", "x <- y", "1 < 2 > 0", "R&D"])
def test_signs_that_are_no_tags(tex: str) -> None:
    """Signs that only look like HTML stay."""
    assert read_plain(tex) == tex


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        ("a &amp; b &#233; &#xe9; x&nbsp;y", "a & b é é x\u00a0y"),
        (r"Science \&amp; Art", "Science & Art"),
        ("a<br>b<br/>c<p>d</p>", "a b c d"),
        ('<span class="x">a</span>b', "ab"),
        ("<mml:math><mml:mi>x</mml:mi></mml:math>", "x"),
        ("a<!-- b -->c", "ac"),
        ("<tex>x</tex>", "x"),
        ("<i>never closed", "never closed"),
        ("not opened</i>", "not opened"),
    ],
)
def test_html_vanishes(tex: str, words: str) -> None:
    """Entities become signs, and tags without a style vanish."""
    assert read_plain(tex) == words


@pytest.mark.parametrize(
    ("tex", "target", "words"),
    [
        (r"\url{http://a.org/~b_c}", "http://a.org/~b_c", "http://a.org/~b_c"),
        (r"\url{https://a.org/\~{}b\_c\%20}", "https://a.org/~b_c%20", "https://a.org/~b_c%20"),
        (r"\href{https://a.org}{A \emph{b}}", "https://a.org", "A b"),
        (r"\href{mailto:a@b.org}{write}", "mailto:a@b.org", "write"),
        ('<a href="https://a.org/?x=1&amp;y=2">A</a>', "https://a.org/?x=1&y=2", "A"),
        (r"\url{HTTPS://a.org/a b\"<>}", "HTTPS://a.org/a%20b%22%3C%3E", 'HTTPS://a.org/a b"<>'),
    ],
)
def test_links(tex: str, target: str, words: str) -> None:
    """Addresses with a harmless scheme become links."""
    (link,) = spans(tex)
    assert isinstance(link, Link)
    assert link.target == target
    assert read_text(tex, HERE)[0].plain == words


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " \x01javascript:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript&colon;alert(1)",
        "java\u200bscript:alert(1)",
        "javascript\\:alert(1)",
        "%6Aavascript:alert(1)",
        "data:text/html;base64,AAAA",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("pattern", [r"\href{%s}{x}", r"\url{%s}", '<a href="%s">x</a>'])
def test_unsafe_addresses_are_words(address: str, pattern: str) -> None:
    """An address that runs code is no link, however it is disguised, and is reported."""
    tex = pattern.replace("%s", address)
    assert not any(isinstance(leaf, Link) for leaf in leaves(spans(tex)))
    assert Code.UNSAFE in codes(tex)


def test_safe_target_and_is_unsafe_agree() -> None:
    """No address is both safe and unsafe."""
    assert safe_target("https://a.org") == "https://a.org"
    assert not is_unsafe("https://a.org")
    assert safe_target("a.pdf") is None
    assert not is_unsafe("a.pdf")


@pytest.mark.parametrize(
    "tex",
    [
        r"On \input{/etc/passwd} Things",
        r"On \input /etc/passwd Things",
        r"On \write18{touch /tmp/x} Things",
        r"On \immediate\write18{touch /tmp/x} Things",
        r"On \csname write18\endcsname{touch} Things",
        r"On \expandafter\input\csname touch\endcsname{passwd} Things",
        r"On ^^5c Things",
        r"On \def\x#1{touch} Things",
        r"On \let\touch=\passwd Things",
        r"On \catcode`\%=12 Things",
        r"On \openout15=passwd Things",
        r"On \special{touch} Things",
        r"On \usepackage[touch]{passwd} Things",
        r"On \directlua{os.execute('touch')} Things",
        r"On \newcommand{\touch}[1]{passwd} Things",
        r"On $\input{/etc/passwd}$ Things",
        r"On $\text{\input{/etc/passwd}}$ Things",
        r"On {\input{/etc/passwd}} Things",
        r"On \emph{\write18{touch}} Things",
        "On <script>touch</script> Things",
        '<img src=x onerror="touch"> On Things',
        '<p onclick="touch">On</p> Things',
        r"On \end{document} Things",
        "<svg/onload=touch> On Things",
        "On <iframe src='passwd'></iframe> Things",
    ],
)
def test_what_could_run_code_is_taken_out(tex: str) -> None:
    """Nothing of a command that reaches files, or of a script, is left; it is reported, and the rest stays."""
    words = read_plain(tex)
    assert words.startswith("On")
    assert words.endswith("Things")
    assert not re.search(r"touch|passwd|write|input|\\|document", words)
    assert Code.UNSAFE in codes(tex)


def test_an_unknown_command_shows_its_argument_and_is_reported_once() -> None:
    """An unknown command shows its argument; the message names the nearest one."""
    text, problems = read_text(r"\emhp{On} \emhp{Things}", HERE)
    assert text.plain == "On Things"
    (problem,) = problems
    assert problem.code is Code.TEX
    assert problem.location == HERE
    assert "did you mean \\emph?" in problem.message


def test_hidden_characters_vanish() -> None:
    """Control characters, bidi overrides and lone surrogates are not shown."""
    assert read_plain("a\x00b\x1fc\u202ed\u2066e\ud800f\ufeff\u200bg") == "abcdefg"


def test_markdown_stays() -> None:
    """Stars are no markup of TeX."""
    assert read_plain("*x* **y** _z_") == "*x* **y** _z_"


_SIGNS = r"""
\ { } $ < > & ' ` - ~ " \emph{ \' \input \href{ }{ <i> </i> \( \) a ^ _ \text{ \frac % # é &lt; \end \right
\begin{cases} \left( \over \uppercase{ \switchargs \enquote{ <script> <a \url{ https:// javascript: ** --
"""
_CORNERS = [*_SIGNS.split(), " ", "\\rm ", "\u202e", "\ud800"]

_FORMULA_SIGNS = r"""
x ^ _ { } ' \frac \sqrt \alpha \left( \right) \over \sum \limits 2 & % # \mathbb{R} \hat \foo \big | \langle
\begin{cases} \\ \end{cases} é ≤ \not = ~ \, \mathop \overset \text{a_b} \underline \choose \binom [ ]
"""
_PIECES = [*_FORMULA_SIGNS.split(), " ", "\\ ", "\\rm "]


@settings(deadline=None)
@given(st.lists(st.sampled_from(_CORNERS), max_size=30).map("".join) | st.text())
def test_any_text_can_be_read(tex: str) -> None:
    """The reader never raises; what it gives is composed, trimmed and safe."""
    text, _ = read_text(tex, HERE)
    words = "".join(leaf.text for leaf in leaves(text.spans) if isinstance(leaf, Plain))
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|  ", words)
    for leaf in leaves(text.spans):
        if isinstance(leaf, Link):
            assert re.match(r"(?i)https?:|ftp:|mailto:", leaf.target)
        if isinstance(leaf, Math):
            assert_sound(leaf.tex)


def assert_sound(tex: str) -> None:
    """A formula has balanced braces, and nothing that ends it."""
    depth = 0
    for token in re.findall(r"\\.|.", tex, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(token, 0)
        assert depth >= 0
        assert token not in ("$", "%", "#", "\\(", "\\)", "\\[", "\\]")
    assert depth == 0
    assert not re.search(r"\\(input|write|def|csname|end\{document)", tex)


@pytest.mark.parametrize(
    "tex",
    [
        "{" * 100_000 + "x" + "}" * 100_000,
        "$" * 20_001,
        "$ " * 20_001,
        "${" * 20_000,
        r"\emph{" * 20_000,
        r"\'" * 50_000,
        r"\href{" * 20_000,
        r"\ensuremath{" * 10_000 + "}" * 10_000,
        "<i>" * 30_000 + "</b>" * 30_000,
        "<!--" * 50_000,
        r"\csname" * 30_000,
        "word " * 200_000,
        "$" + "{" * 2_000 + "}" * 2_000 + "$",
    ],
    ids=lambda tex: tex[:8],
)
def test_large_values_are_read_in_linear_time(tex: str) -> None:
    """Depth and length cost time in proportion, and no RecursionError."""
    start = time.process_time()
    read_text(tex, HERE)
    assert time.process_time() - start < 5


def _corpus_values() -> list[str]:
    values: list[str] = []
    for path in sorted((CORPUS / "bib").glob("*.bib")):
        text = path.read_text("utf-8", errors="replace")
        values += re.findall(
            r"(?im)^\s*(?:title|booktitle|journal|publisher|note)\s*=\s*\{((?:[^{}]|\{[^{}]*\})*)\}\s*,?\s*$", text
        )
    return values


def test_the_corpus_reads_as_pybtex_reads_it() -> None:
    """Where a value holds no markup, the words are those of pybtex."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not beside the checkout")
    from pybtex.richtext import Text

    checked = 0
    for value in _corpus_values():
        if re.search(r"[$%<]|\\[A-Za-z]{3,}|&[a-z]+;|\*|,,|https?:", value):
            continue
        expected = " ".join(str(Text.from_latex(value)).replace("\u00a0", "~").split()).replace("~", "\u00a0")
        assert read_plain(value) == unicodedata.normalize("NFC", expected).replace("'", "’")
        checked += 1
    assert checked > 300


def test_no_tex_is_left_in_the_corpus() -> None:
    """No backslash, brace or dollar stands in the words of real values."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not beside the checkout")
    for value in _corpus_values():
        for leaf in leaves(spans(value)):
            assert not isinstance(leaf, Plain) or not re.search(r"[\\{}$]", leaf.text), value


def test_names_of_the_corpus_hold_no_tex() -> None:
    """The names of the table are words in the end."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not beside the checkout")
    with (CORPUS / "names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert not re.search(r"[\\{}$]", read_plain(row["input"]))


@pytest.mark.tex
def test_formulas_compile(tmp_path: Path) -> None:
    """What the reader calls a formula, LaTeX sets without an error."""
    if shutil.which("pdflatex") is None:
        pytest.skip("there is no TeX")
    formulas: set[str] = set()

    @settings(max_examples=500, deadline=None)
    @given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join))
    def collect(tex: str) -> None:
        formulas.update(leaf.tex for leaf in leaves(spans(f"${tex}$")) if isinstance(leaf, Math))

    collect()
    assert len(formulas) > 100
    body = "\n\n".join(f"${tex}$" for tex in sorted(formulas))
    source = tmp_path / "formulas.tex"
    source.write_text(
        "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{amsmath,amssymb}\n"
        f"\\begin{{document}}\n{body}\n\\end{{document}}\n",
        encoding="utf-8",
    )
    command = ["pdflatex", "-interaction=nonstopmode", "-no-shell-escape", source.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, check=False)
    errors = re.findall(r"^! .*(?:\n.*){0,6}", done.stdout.decode("utf-8", "replace"), re.MULTILINE)
    assert not errors
