"""The tables of TeX in text: accents, symbols, and what each command does with its arguments."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sphinxcontrib_academic.model.text import Style


def names(words: str) -> frozenset[str]:
    """The names in a string, separated by blanks."""
    return frozenset(words.split())


ACCENTS: Mapping[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307", '"': "\u0308",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "r": "\u030a", "c": "\u0327", "k": "\u0328", "d": "\u0323",
    "b": "\u0331", "h": "\u0309", "t": "\u0361", "G": "\u030f", "U": "\u030e", "C": "\u030f", "f": "\u0311",
    "textcommabelow": "\u0326", "textcommaabove": "\u0313", "textogonekcentered": "\u0328",
    "textsubdot": "\u0323", "textsubring": "\u0325", "textsubarch": "\u032f", "textsubbar": "\u0331",
    "textdotbelow": "\u0323", "textbrevebelow": "\u032e", "textmacronbelow": "\u0331",
    "textgrave": "\u0300", "textacute": "\u0301", "textcircumflex": "\u0302", "texttilde": "\u0303",
    "textdoublegrave": "\u030f", "textdoubleacute": "\u030b", "capitalacute": "\u0301",
    "capitalgrave": "\u0300", "capitaldieresis": "\u0308", "capitalcedilla": "\u0327",
    "capitalcaron": "\u030c", "capitalbreve": "\u0306", "capitalring": "\u030a", "capitalmacron": "\u0304",
    "capitalcircumflex": "\u0302", "capitaltilde": "\u0303", "capitalogonek": "\u0328", "newtie": "\u0361",
    "underaccent": "\u0331", "textvbaccent": "\u030d", "horn": "\u031b", "acute": "\u0301",
    "grave": "\u0300", "hat": "\u0302", "tilde": "\u0303", "bar": "\u0304", "ddot": "\u0308",
    "dot": "\u0307", "breve": "\u0306", "check": "\u030c", "mathring": "\u030a",
}  # fmt: skip
"""The combining character of an accent, by its command without the backslash."""

SPACING_ACCENTS: Mapping[str, str] = {
    "~": "~", "^": "^", '"': "¨", "'": "´", "`": "`", "=": "¯", "c": "¸", "v": "ˇ", "u": "˘", ".": "˙",
    "r": "˚", "k": "˛", "H": "˝",
}  # fmt: skip
"""What an accent over nothing shows."""

DOTLESS: Mapping[str, str] = {"ı": "i", "ȷ": "j"}

SIGNS: Mapping[str, str] = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ",
    "\r": " ", "\\": " ", ",": "\u2009", ":": "\u2009", ";": " ", ">": "\u2009", "!": "", "/": "", "-": "",
    "@": "", "*": "", "|": "‖", "(": "(", ")": ")", "[": "[", "]": "]", "<": "<", "+": "", "?": "?",
    "0": "0",
}  # fmt: skip
"""A backslash with one sign that is no accent."""

QUOTES: Mapping[str, str] = {"``": "“", "''": "”", "`": "‘", "'": "’", ",,": "„", "!`": "¡", "?`": "¿",
                             "---": "—", "--": "–", "~": "\u00a0"}  # fmt: skip

SYMBOLS: Mapping[str, str] = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "i": "ı", "j": "ȷ", "ng": "ŋ", "NG": "Ŋ", "SS": "ẞ", "ohorn": "ơ", "OHORN": "Ơ", "uhorn": "ư",
    "UHORN": "Ư", "abreve": "ă", "ABREVE": "Ă", "acircumflex": "â", "ACIRCUMFLEX": "Â", "ecircumflex": "ê",
    "ECIRCUMFLEX": "Ê", "ocircumflex": "ô", "OCIRCUMFLEX": "Ô", "cprime": "ʹ", "cdprime": "ʺ", "dots": "…",
    "ldots": "…", "textellipsis": "…", "dotsc": "…", "dotso": "…", "cdots": "⋯", "slash": "/", "euro": "€",
    "texteuro": "€", "EUR": "€", "textcent": "¢", "textnumero": "№", "textordfeminine": "ª",
    "textordmasculine": "º", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
    "textmu": "µ", "textohm": "Ω", "textperthousand": "‰", "textpertenthousand": "‱", "textdagger": "†",
    "dagger": "†", "textdaggerdbl": "‡", "ddagger": "‡", "textparagraph": "¶", "textsection": "§",
    "textasteriskcentered": "∗", "textless": "<", "textgreater": ">", "textbar": "|", "textbardbl": "‖",
    "textbraceleft": "{", "textbraceright": "}", "textdollar": "$", "textunderscore": "_",
    "textasciicircum": "^", "textasciigrave": "`", "textasciidieresis": "¨", "textasciiacute": "´",
    "textasciimacron": "¯", "textquotesingle": "'", "textquotedbl": '"', "lq": "‘", "rq": "’",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "quotesinglbase": "‚", "quotedblbase": "„", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘",
    "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "guillemetleft": "«", "guillemetright": "»",
    "guilsinglleft": "‹", "guilsinglright": "›", "og": "« ", "fg": " »", "textexclamdown": "¡",
    "textquestiondown": "¿", "textvisiblespace": "␣", "copyright": "©", "registered": "®", "texttimes": "×",
    "textdiv": "÷", "textminus": "−", "textlnot": "¬", "textrightarrow": "→", "textleftarrow": "←",
    "textuparrow": "↑", "textdownarrow": "↓", "textbrokenbar": "¦", "textcurrency": "¤",
    "textopenbullet": "◦", "textmusicalnote": "♪", "textestimated": "℮", "textservicemark": "℠",
    "textcelsius": "℃", "degree": "°", "textcompwordmark": "", "checkmark": "✓", "faEnvelope": "✉",
    "Letter": "✉", "envelope": "✉", "star": "⋆", "bigstar": "★", "ast": "∗", "prime": "′", "square": "□",
    "blacksquare": "■", "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "BibTeX": "BibTeX",
    "XeTeX": "XeTeX", "XeLaTeX": "XeLaTeX", "LuaTeX": "LuaTeX", "LuaLaTeX": "LuaLaTeX", "pdfTeX": "pdfTeX",
    "pdfLaTeX": "pdfLaTeX", "ConTeXt": "ConTeXt", "MF": "METAFONT", "METAFONT": "METAFONT", "AmS": "AMS",
    "AMS": "AMS", "AmSTeX": "AMSTeX", "KOMAScript": "KOMA-Script", "etal": "et al.", "hyphen": "-",
    "bibrangedash": "–", "bibrangessep": ", ", "addspace": " ", "addnbspace": "\u00a0", "adddot": ".",
    "addcomma": ",", "addcolon": ":", "addsemicolon": ";", "addperiod": ".", "addslash": "/",
    "adddotspace": ". ", "addabbrvspace": "\u00a0", "bibopenparen": "(", "bibcloseparen": ")",
    "andothers": "et al.", "par": " ", "newline": " ", "linebreak": " ", "space": " ", "quad": " ",
    "qquad": " ", "enspace": " ", "enskip": " ", "hfill": " ", "hfil": " ", "break": " ",
    "thinspace": "\u2009", "nobreakspace": "\u00a0", "nbsp": "\u00a0", "item": " ", "textendash": "–",
    "textemdash": "—", "endash": "–", "emdash": "—", "textthreequartersemdash": "—", "x": "×",
    "texttwelveudash": "—", "textfiguredash": "‒", "texthorizontalbar": "―",
    "textnonbreakinghyphen": "\u2011", "infty": "∞", "micro": "µ", "leq": "≤", "geq": "≥", "le": "≤",
    "ge": "≥", "ne": "≠", "to": "→", "deg": "°", "varepsilon": "ε", "epsilon": "ϵ", "varphi": "φ",
    "phi": "ϕ", "rightarrow": "→", "leftarrow": "←", "wedge": "∧", "leftrightarrow": "↔", "circ": "∘",
    "mathsection": "§", "mathparagraph": "¶", "Dj": "Đ",
}  # fmt: skip
"""Commands that stand for a sign or a word, besides those of latexcodec's table."""

STYLES: Mapping[str, Style] = {
    name: style
    for style, commands in (
        (Style.EMPHASIS, "emph textit textsl mkbibemph mkbibitalic mkbibtitle textem"),
        (Style.STRONG, "textbf mkbibbold strong textbold"),
        (Style.SMALL_CAPS, "textsc mkbibacro mkbibsc"),
        (Style.LITERAL, "texttt code verb lstinline"),
        (Style.SUPERSCRIPT, "textsuperscript mkbibsuperscript textsup ts up"),
        (Style.SUBSCRIPT, "textsubscript mkbibsubscript textsub"),
        (Style.UNDERLINE, "underline uline textul ul mkbibunderline"),
    )
    for name in commands.split()
}
"""Commands that set their argument in a style."""

DECLARATIONS: Mapping[str, Style | None] = {
    "em": Style.EMPHASIS, "it": Style.EMPHASIS, "itshape": Style.EMPHASIS, "sl": Style.EMPHASIS,
    "slshape": Style.EMPHASIS, "bf": Style.STRONG, "bfseries": Style.STRONG, "sc": Style.SMALL_CAPS,
    "scshape": Style.SMALL_CAPS, "tt": Style.LITERAL, "ttfamily": Style.LITERAL, "boldmath": None,
}  # fmt: skip
"""Commands that set the rest of their group in a style."""

BRACKETS: Mapping[str, tuple[str, str]] = {
    "mkbibparens": ("(", ")"), "parentext": ("(", ")"), "mkbibbrackets": ("[", "]"),
    "brackettext": ("[", "]"), "footnote": (" (", ")"), "footnotetext": (" (", ")"),
    "mkbibfootnote": (" (", ")"), "mkbibendnote": (" (", ")"),
}  # fmt: skip
"""Commands that put something around their argument."""

ENQUOTE = frozenset(("enquote", "mkbibquote", "textquote", "blockquote", "q"))
"""Commands that quote their argument."""

CASES: Mapping[str, str] = {
    "uppercase": "upper", "MakeUppercase": "upper", "MakeTextUppercase": "upper", "lowercase": "lower",
    "MakeLowercase": "lower", "MakeTextLowercase": "lower",
}  # fmt: skip

CITES = names(
    "cite citep citet citealp citealt parencite textcite autocite footcite citeauthor citeyear citetitle ref "
    "eqref pageref autoref cref Cref fullcite footfullcite smartcite"
)
"""Commands whose argument is a key, shown in brackets."""

DROPPED: Mapping[str, int] = {
    "hspace": 1,    "noopsort": 1, "NoOpSort": 1, "SortNoop": 1, "sortnoop": 1, "noop": 1, "ding": 1, "label": 1,
    "vspace": 1, "index": 1, "thanks": 1, "phantom": 1, "hphantom": 1, "vphantom": 1, "nocite": 1,
    "includegraphics": 1, "pagestyle": 1, "thispagestyle": 1, "selectlanguage": 1, "fontsize": 2,
    "setcounter": 2, "addtocounter": 2, "setlength": 2, "color": 1, "pagecolor": 1, "textcolor": 1,
    "colorbox": 1, "fcolorbox": 2, "foreignlanguage": 1, "textlang": 1, "raisebox": 1, "scalebox": 1,
    "resizebox": 2, "rotatebox": 1, "parbox": 1, "hyperlink": 1, "hypertarget": 1, "texorpdfstring": 1,
    "orcidlink": 1, "sortas": 1, "begin": 1, "end": 1, "hskip": 0, "vskip": 0, "kern": 0, "usefont": 4,
    "acks": 1, "markboth": 2, "DeclareRobustCommand": 2, "SetSortOrder": 1, "fontencoding": 1,
    "fontfamily": 1, "fontseries": 1, "fontshape": 1, "multicolumn": 2, "footnotemark": 0, "orcid": 1,
    "hyphenation": 1, "mathversion": 1, "textsuperior": 0,
}  # fmt: skip
"""Commands that lose their first arguments, and how many; what follows them is shown."""

REORDERED: Mapping[str, tuple[int, tuple[int, ...]]] = {
    "switchargs": (2, (1, 0)),
    "printfirst": (2, (0,)),
    "printsecond": (2, (1,)),
    "swap": (2, (1, 0)),
}
"""The tricks of BibTeX's preambles: how many arguments there are, and which of them are shown."""

SPACES = frozenset(("hspace", "hskip", "kern", "vskip"))
"""Commands that leave a blank where their length stood."""

OPTIONED = names("textls makebox framebox num si SI unit ce acrshort ac gls smash")
"""Commands that let their argument through, and may have an option before it."""

TRANSPARENT = names(
    "ac acf acl acro acrshort acs allowbreak atop autocap begingroup bgroup bibfnamefont bibinfo "
    "bibinitdelim bibinithyphendelim bibinitperiod bibnamedelima bibnamedelimb bibnamedelimc bibnamedelimd "
    "bibnamedelimi bibnamefont Big big Bigg bigg bigl bigr bigskip binom bm boldmath boldsymbol ce centering "
    "chemfig choose citenamefont clearpage dfrac displaystyle doi egroup email endgraf endgroup ensuremath "
    "eprint fbox footnotesize foreignlang frac framebox frenchspacing gls hbox highlight hl Huge huge "
    "ignorespaces indent isdot lang LARGE Large large larger leavevmode left limits mail makebox mathbb "
    "mathbf mathbin mathcal mathfrak mathit mathop mathord mathrel mathrm mathscr mathsf mathstrut mathtt "
    "mbox md mdseries me medskip midsentence mkbibmonth mkbibnamefamily mkbibnamefirst mkbibnamegiven "
    "mkbibnamelast mkbibnameprefix mkbibnamesuffix mkbibordinal myname name natexlab newblock newpage "
    "noalign nobreak nohyphens noindent nolimits nolinebreak nonfrenchspacing nopagebreak normalfont "
    "normalsize null num operatorname over overline overset pagebreak pmb protect raggedright relax right rm "
    "rmfamily scriptsize selectfont self sf sffamily SI si singleletter sloppy small smaller smallskip smash "
    "sout sqrt st stackrel strut substack tabularnewline tenrm text textarabic textchinese textcyrillic "
    "textenglish textfrench textgerman textgreek textjapanese textlatin textlf textls textmd textnormal "
    "textrm textsf textstyle textup tfrac tiny today underset unit unskip upn upshape vec widehat widetilde "
    "xspace"
)
"""Commands that only let their argument through."""

BIBSTRINGS: Mapping[str, str] = {
    "phdthesis": "PhD thesis", "mathesis": "master’s thesis", "bathesis": "bachelor’s thesis",
    "candthesis": "Candidate thesis", "techreport": "technical report", "resreport": "research report",
    "inpreparation": "in preparation", "inpress": "in press", "andothers": "et al.",
    "patentus": "U.S. patent",
    "patenteu": "European patent", "patentde": "German patent", "patentfr": "French patent",
    "patentuk": "British patent", "patreq": "patent request", "patrequs": "U.S. patent request",
    "patreqeu": "European patent request", "patreqde": "German patent request",
    "patreqfr": "French patent request", "patrequk": "British patent request", "byauthor": "by",
    "byeditor": "edited by", "bytranslator": "translated by", "audiocd": "audio CD", "datacd": "data CD",
    "nodate": "n.d.", "prepublished": "pre-published", "urlseen": "visited on", "datatype": "data set",
    "software": "computer software",
}  # fmt: skip
"""The words of BibLaTeX's ``\\bibstring`` that differ from their keys."""

UNSAFE = names(
    "input include includeonly InputIfFileExists IfFileExists subfile import write openout openin closeout "
    "closein immediate read readline newwrite newread csname endcsname def edef gdef xdef let futurelet "
    "global long outer catcode lccode uccode sfcode mathcode delcode special usepackage RequirePackage "
    "documentclass directlua luadirect luaexec luacode latelua newcommand renewcommand providecommand "
    "newenvironment renewenvironment newtheorem expandafter noexpand makeatletter makeatother "
    "AtBeginDocument AtEndDocument AddToHook ShellEscape pdfshellescape loop repeat endinput jobname "
    "scantokens everypar everymath everyjob everyhbox everyvbox verbatiminput lstinputlisting VerbatimInput "
    "inputminted usetikzlibrary usebox newif ifx ifnum ifcase ifdim ifcat if fi else or afterassignment "
    "aftergroup advance multiply divide count dimen skip toks newcount newdimen newtoks newskip setbox box "
    "copy bye stop dump batchmode nonstopmode scrollmode errorstopmode message errmessage typeout pdfliteral "
    "pdfobj pdfximage pdffiledump pdffilesize pdfmdfivesum pdfcreationdate ExplSyntaxOn ExplSyntaxOff "
    "bibliography addbibresource font fontdimen hyphenchar number romannumeral the string meaning show "
    "showthe detokenize unexpanded primitive luatexversion numexpr dimexpr tracingall errhelp nullfont "
    "shipout output closein epstopdf attachfile embedfile url@write includepdf write18 tempdima @input "
    "@@input href@"
)
"""Commands that reach files or change how TeX reads: nothing of them is shown."""


def symbol(name: str) -> str | None:
    """The sign that a command without arguments stands for."""
    return SYMBOLS[name] if name in SYMBOLS else symbols().get(name)


@cache
def symbols() -> Mapping[str, str]:
    """The sign of each command without arguments, ours and latexcodec's."""
    from latexcodec.codec import load_unicode_latex_table  # noqa: PLC0415 - most texts need no table

    rows = {
        row.latex[1:]: row.unicode
        for row in load_unicode_latex_table()
        if row.decode and row.latex[0] == "\\" and row.latex[1:].isalpha() and len(row.unicode) == 1
    }
    return {**rows, **SYMBOLS}


@cache
def known_commands() -> tuple[str, ...]:
    """Every name that a misspelt command could have meant."""
    tables = (symbols(), STYLES, DECLARATIONS, BRACKETS, ENQUOTE, CASES, CITES, DROPPED, TRANSPARENT)
    return tuple(sorted({"url", "href", "path", "bibstring", *(name for table in tables for name in table)}))
