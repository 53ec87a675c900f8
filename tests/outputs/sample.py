"""Doctrees as render makes them, made by hand: a CV with everything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic import nodes as academic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx


def children(*words: str | nodes.Node) -> list[nodes.Node]:
    """Words and nodes as nodes."""
    return [nodes.Text(word) if isinstance(word, str) else word for word in words]


def part(name: str, *words: str | nodes.Node, classes: Iterable[str] = ()) -> nodes.Element:
    """A part of a thing."""
    cls = academic.academic_strong_part if name == "title" else academic.academic_part
    return cls("", "", *children(*words), part=name, classes=[f"academic-{name}", *classes])


def sep(text: str) -> nodes.Element:
    """What stands between two parts."""
    return academic.academic_separator("", text)


def lines(*rows: Iterable[nodes.Node]) -> nodes.Element:
    """The lines of a thing."""
    return academic.academic_lines("", *(academic.academic_line("", "", *row) for row in rows))


def link(relation: str, label: str, uri: str) -> nodes.Element:
    """A link of a person or a publication."""
    return academic.academic_link("", label, refuri=uri, relation=relation, internal=False)


def links(*found: nodes.Element) -> nodes.Element:
    """The part that holds links."""
    words: list[nodes.Node] = []
    for index, one in enumerate(found):
        words += [sep(" "), one] if index else [one]
    return part("links", *words)


def mail(address: str) -> nodes.Element:
    """An address that no robot reads."""
    encoded = "".join(f"%{byte:02X}" for byte in address.encode())
    return academic.academic_email("", address.replace("@", " [at] ").replace(".", " [dot] "), address=encoded)


def person(name: str, *marks: str, own: str = "") -> nodes.Element:
    """An author with marks."""
    shown: nodes.Node = academic.academic_self("", name, style=own) if own else nodes.Text(name)
    signs = [academic.academic_mark("", mark, role=mark, label="a role") for mark in marks]
    return academic.academic_author("", "", shown, *signs)


def authors(*people: nodes.Element) -> nodes.Element:
    """The part of the authors."""
    words: list[str | nodes.Node] = []
    for index, one in enumerate(people):
        words += [", ", one] if index else [one]
    return part("authors", *words)


def profile(*, silent: bool = True) -> nodes.Element:
    """The person."""
    node = academic.academic_profile("", classes=["academic-profile"])
    rows: list[list[nodes.Node]] = []
    if silent:
        node += academic.academic_silent_part("", "Xuanlei Zhao", part="name")
    else:
        rows.append([part("name", "Xuanlei Zhao")])
    rows.append(
        [
            part("position", "PhD student in Computer Science"),
            sep(", "),
            part("affiliation", "National University of Singapore"),
        ]
    )
    rows.append([part("address", "Singapore")])
    rows.append(
        [
            part(
                "email",
                nodes.inline("", "Work:", classes=["academic-label"]),
                " ",
                mail("xuanlei@comp.nus.edu.sg"),
            )
        ]
    )
    rows.append([part("phone", nodes.reference("", "+65 0000 0000", refuri="tel:+6500000000", internal=False))])
    rows.append(
        [
            links(
                link("homepage", "oahzxl.github.io", "https://oahzxl.github.io"),
                link("github", "oahzxl", "https://github.com/oahzxl"),
                link("scholar", "Google Scholar", "https://scholar.google.com/citations?user=a_b&hl=en#x"),
                link("orcid", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
                link("cv", "CV", "cv.pdf"),
            )
        ]
    )
    node += lines(*rows)
    node += nodes.container(
        "", nodes.paragraph("", "I make video models fast, and tell how."), classes=["academic-biography"]
    )
    return node


def entry(kind: str, *rows: Iterable[nodes.Node], body: Iterable[nodes.Node] = ()) -> nodes.Element:
    """One entry of a timeline."""
    return academic.academic_entry("", lines(*rows), *body, kind=kind, classes=["academic-entry"])


def timeline(kind: str, shape: str, *entries: nodes.Element) -> nodes.Element:
    """What happened when."""
    return academic.academic_timeline("", *entries, kind=kind, shape=shape, classes=["academic-timeline"], bullet="-")


def study(where: str, when: str, what: str, place: str, *details: str) -> nodes.Element:
    """An entry of an education."""
    rows = [
        [part("when", when), sep(": "), part("title", where)],
        [part("subtitle", what), sep(" · "), part("location", place)],
        *([part("detail", detail)] for detail in details),
    ]
    return entry("education", *rows)


def education() -> nodes.Element:
    """Three degrees."""
    nus = "National University of Singapore"
    return timeline(
        "education",
        "full",
        study(nus, "Jan 2024 – present", "PhD in Computer Science", "Singapore", "Advised by Yang You"),
        study(nus, "Aug 2022 – Dec 2023", "MSc in Computer Science", "Singapore"),
        study(
            "Huazhong University of Science and Technology",
            "Sep 2018 – Jun 2022",
            "BEng in Computer Science & Electronic Information",
            "Wuhan, China",
        ),
    )


def bullets(*texts: str) -> nodes.Element:
    """A list of an author's own."""
    return nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph("", text)) for text in texts), bullet="-")


def experience() -> nodes.Element:
    """Two positions with prose."""
    one = bullets(
        "Optimised distributed system on thousands of GPUs for efficient training of video models.",
        "Improved training performance with hybrid parallelism, I/O optimisation, and activation checkpointing.",
    )
    one[1] += bullets("below another", "and one more")
    two = bullets(
        "Contributed 48k lines of code as a core contributor (rank 5th by 2023), which has 35k stars on GitHub.",
        "Proposed AutoChunk, a compiler that reduces activation memory by 80 % for long-sequence inference.",
    )
    rows = [
        [
            [part("when", "May 2024 – Aug 2024"), sep(": "), part("title", "Pika, Inc.")],
            [part("subtitle", "Research Intern"), sep(" · "), part("location", "Palo Alto, CA")],
            [part("detail", "Supervised by Chenlin Meng")],
        ],
        [
            [part("when", "May 2022 – Dec 2023"), sep(": "), part("title", "HPC-AI Tech, Inc. (Colossal-AI)")],
            [part("subtitle", "Research Intern"), sep(" · "), part("location", "Singapore")],
            [part("detail", "Supervised by Jiarui Fang")],
        ],
    ]
    return timeline(
        "position", "full", entry("position", *rows[0], body=[one]), entry("position", *rows[1], body=[two])
    )


def award(when: str, title: str | nodes.Node, *more: nodes.Node) -> nodes.Element:
    """A dated one-liner."""
    return entry("award", [part("when", when), sep(": "), part("title", title), *more])


def awards() -> nodes.Element:
    """One-liners, one of a long range."""
    return timeline(
        "award",
        "short",
        award("2023", "National University of Singapore Research Scholarship"),
        award(
            "Oct 2021",
            nodes.reference("", "National Scholarship (top 1 %)", refuri="https://example.org/a%20b#c"),
        ),
        award("Sep 2018 – Jun 2022", "Tianzhou Chen Scholarship", sep(", "), part("location", "Wuhan")),
    )


def news() -> nodes.Element:
    """One-liners without a date."""
    return timeline("news", "short", entry("news", [part("title", "I will be in Vienna in May.")]))


def publication(
    key: str, kind: str, *rows: Iterable[nodes.Node], remark: str = "", ids: Iterable[str] = ()
) -> nodes.Element:
    """One publication."""
    node = academic.academic_publication("", lines(*rows), key=key, type=kind, layout="homepage", ids=list(ids))
    if remark:
        node += nodes.container("", nodes.paragraph("", remark), classes=["academic-remark"])
    return node


def works() -> list[nodes.Element]:
    """Publications of several kinds."""
    zhao = person("Xuanlei Zhao", own="bold")
    return [
        publication(
            "pab",
            "paper-conference",
            [part("title", "Real-Time Video Generation with Pyramid Attention Broadcast")],
            [
                authors(
                    person("Xuanlei Zhao", "*", own="bold underline"),
                    person("Xiaolong Jin", "*"),
                    person("Kai Wang", "*", "†"),
                    person("Yang You", "†"),
                )
            ],
            [
                part("venue", "ICLR 2025", classes=["academic-short"]),
                sep(" "),
                links(
                    link("arxiv", "arXiv", "https://arxiv.org/abs/2408.12588"),
                    link("code", "Code", "https://github.com/a/b"),
                    link("project", "Project page", "posts/pab.html"),
                ),
            ],
            remark="First real-time, and most cited, cache-based acceleration method for video generation.",
            ids=["academic-pub-pab"],
        ),
        publication(
            "hetegen",
            "paper-conference",
            [
                part(
                    "title",
                    "HeteGen: Heterogeneous Parallel Inference for Large Language Models on Constrained Devices",
                )
            ],
            [
                authors(
                    zhao,
                    person("Bin Jia", "*"),
                    person("Haotian Zhou", "✝", "◦"),
                    person("Ziming Liu"),
                    person("Shenggan Cheng"),
                )
            ],
            [part("venue", "MLSys 2024", classes=["academic-short"]), sep(" "), part("award", "Best paper")],
            ids=["academic-pub-hetegen"],
        ),
        publication(
            "fastfold",
            "article-journal",
            [
                part(
                    "title",
                    "FastFold: Optimizing AlphaFold Training and Inference on GPU Clusters, with ",
                    nodes.math("", "O(n^2)"),
                    " & β",
                )
            ],
            [
                authors(
                    person("Shenggan Cheng"),
                    zhao.deepcopy(),
                    person("Guangyang Lu"),
                    person("Jiarui Fang"),
                    person("Tian Zheng"),
                    person("Ruidong Wu"),
                    person("Xiwen Zhang"),
                    person("Jian Peng"),
                ),
            ],
            [
                part("venue", nodes.emphasis("", "Principles and Practice of Parallel Programming")),
                sep(", "),
                part("details", "12(3), 45–67, ", academic.academic_time("", "Mar 2024", datetime="2024-03")),
                sep(" "),
                part("award", "Most cited AlphaFold systems paper"),
                sep(" "),
                links(
                    link("doi", "DOI", "https://doi.org/10.1145/(x)_[1]"),
                    link("code", "Code", "https://github.com/a/b"),
                ),
            ],
            [part("tagline", "The fastest way to fold.")],
            ids=["academic-pub-fastfold"],
        ),
        publication(
            "submitted",
            "manuscript",
            [part("title", "An Étude")],
            [authors(zhao.deepcopy(), person("Łukasz Ångström"), academic.academic_others("", "et al."))],
            [
                part("status", "In submission to"),
                sep(" "),
                part("venue", "The Lancet Diabetes & Endocrinology Journal"),
            ],
        ),
    ]


def publications() -> list[nodes.Element]:
    """A list of publications and its legend."""
    listing = academic.academic_publications("", bullet="-")
    listing += [academic.academic_item("", work) for work in works()]
    mark = academic.academic_mark("", "*", role="equal", label="equal contribution")
    return [listing, academic.academic_legend("", "", mark, nodes.Text(" equal contribution"))]


MAKERS = {
    "profile": lambda: [profile()],
    "education": lambda: [education()],
    "publications": publications,
    "experience": lambda: [experience()],
    "awards": lambda: [awards()],
    "news": lambda: [news()],
}


def fill(_app: Sphinx, doctree: nodes.document) -> None:
    """Put a sample in the place of each paragraph that names one: ``SAMPLE profile``."""
    for paragraph in list(doctree.findall(nodes.paragraph)):
        word, _, name = paragraph.astext().partition(" ")
        if word == "SAMPLE":
            paragraph.replace_self(MAKERS[name]())


def connect(app: Sphinx) -> None:
    """What ``setup`` of a ``conf.py`` is when it has samples."""
    app.connect("doctree-read", fill)


CV = """
Curriculum vitae
================

SAMPLE profile

Education
---------

SAMPLE education

Research interests
------------------

:Machine learning systems: Parallelism, scheduling, offloading, compilers
:Efficient video generation: Efficient training and inference; algorithm--system co-design

Publications
------------

SAMPLE publications

Experience
----------

SAMPLE experience

Awards and service
------------------

SAMPLE awards

News
----

SAMPLE news
"""
"""A page with a sample of everything."""

NAMES = (
    "Xuanlei Zhao",
    "Xiaolong Jin",
    "Haotian Zhou",
    "Łukasz Ångström",
    "Chenlin Meng",
    "Huazhong University of Science",
)
"""What the PDF of that page must hold."""
