"""Every row of the seeds 002 and 004 is visible in the pages made again from them, and their mistakes are said.

A test's name begins with the numbers of its row in the list of what the seeds show.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from sphinxcontrib_academic.model.works import anchor

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "docs" / "examples"
SELECTED = "Selected Publications"


def words(tag: Tag | None) -> str:
    """The words of an element as they are read, with single blanks."""
    text = tag.get_text() if tag is not None else ""
    return re.sub(r"[\s\u00a0]+", " ", text.replace("¶", "")).strip().removesuffix("#")


class Site:
    """A built example."""

    def __init__(self, name: str, folder: Path) -> None:
        for builder in ("html", "latex", "linkcheck"):
            command = [sys.executable, "-m", "sphinx", "-n", "-W", "-q", "-b", builder, "-d", folder / "doctrees"]
            options = ["-D", "linkcheck_ignore=.*"]
            subprocess.run([*command, *options, EXAMPLES / name, folder / builder], check=True)
        self.folder = folder
        self.latex = "".join(path.read_text(encoding="utf-8") for path in (folder / "latex").glob("*.tex"))
        lines = (folder / "linkcheck" / "output.json").read_text(encoding="utf-8").splitlines()
        self.checked = {json.loads(line)["uri"] for line in lines}

    def page(self, name: str = "index") -> Tag:
        """The content of a page."""
        html = (self.folder / "html" / f"{name}.html").read_text(encoding="utf-8")
        article = BeautifulSoup(html, "html.parser").select_one("article[role=main]")
        assert article is not None
        return article

    def section(self, title: str, page: str = "index") -> Tag:
        """The section with that title, whatever stands before it."""
        sections = self.page(page).select("section")
        return next(part for part in sections if title in words(part.find(["h1", "h2", "h3"], recursive=False)))

    def publication(self, key: str, page: str = "index") -> Tag:
        """The publication of that key."""
        found = self.page(page).select_one(f"article[id='{anchor(key)}']")
        assert found is not None, key
        return found

    def lines(self, key: str, page: str = "index") -> list[str]:
        """The lines of a publication."""
        return [words(line) for line in self.publication(key, page).select(".academic-line")]

    def entries(self, title: str) -> list[str]:
        """The entries of the timeline below that title."""
        return [words(entry) for entry in self.section(title).select("li.academic-entry")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The page of 2024: seed 002."""
    return Site("xuanlei-zhao-2024", tmp_path_factory.mktemp("seed-002"))


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The page of 2025: seed 004."""
    return Site("xuanlei-zhao-2025", tmp_path_factory.mktemp("seed-004"))


def test_every_row_has_a_test() -> None:
    """Each of the 10 rows of seed 002 and of the 20 rows of seed 004 has a test."""
    rows = {f"002_{number:02}" for number in range(1, 11)} | {f"004_{number:02}" for number in range(1, 21)}
    assert {name[5:11] for name in globals() if re.match(r"test_\d", name)} == rows


# seed 002


def test_002_01_home_page_with_the_profile(site: Site) -> None:
    """The first page says who he is; other pages do not. Redirects are the matter of sphinx-reredirects."""
    assert site.page().select_one(".academic-profile") is not None
    assert site.page("publications").select_one(".academic-profile") is None


def test_002_02_people_and_organizations_in_prose(site: Site) -> None:
    """People are linked by their names alone, organizations by reST's own references."""
    links = {words(link): link["href"] for link in site.page().select(".academic-biography a")}
    assert links == {
        "Yang You": "https://www.comp.nus.edu.sg/~youy/",
        "Xinggang Wang": "https://xwcv.github.io/",
        "Pika": "https://pika.art/about",
        "Chenlin Meng": "https://cs.stanford.edu/~chenlin/",
        "ColossalAI": "https://github.com/hpcaitech/ColossalAI",
        "Jiarui Fang": "https://fangjiarui.github.io/",
    }


def test_002_03_call_out(site: Site) -> None:
    """What he looks for stands in a box of its own."""
    box = site.page().select_one(".admonition")
    assert "I am actively looking for summer research internship in 2025" in words(box)


def test_002_04_projects(site: Site) -> None:
    """Name, address, one line."""
    first = site.section("Open-Source Projects").select_one("li.academic-entry")
    assert words(first).startswith("VideoSys An Easy and Efficient System for Video Generation")
    assert first.select_one(".academic-title a")["href"] == "https://github.com/NUS-HPC-AI-Lab/VideoSys"


def test_002_05_role_in_a_project(site: Site) -> None:
    """A role, with a link and a remark, below its project."""
    roles = [words(item) for item in site.section("Open-Source Projects").select("li.academic-entry li")]
    assert roles == ["Project lead", "Core contributor (ranked 5th by 2024)"]


def test_002_06_heading_with_a_link_to_all(site: Site) -> None:
    """The heading leads to the whole list."""
    heading = site.section(SELECTED).find("h2")
    assert words(heading) == "Selected Publications (all)"
    assert heading.select_one("a:not(.headerlink)")["href"] == "publications.html"


def test_002_07_research_areas(site: Site) -> None:
    """A name on a plate, what it is, and short names in brackets that lead to the entries."""
    areas = site.section(SELECTED).select("li")
    assert [words(area.code) for area in areas] == [
        "Video Model Optimization",
        "Memory Optimization",
        "Distributed Optimization",
    ]
    assert [re.findall(r"\[(.*)\]", words(area)) for area in areas] == [
        ["DSP, PAB"],
        ["AutoChunk, HeteGen"],
        ["FastFold"],
    ]


def test_002_08_short_names_are_anchors(site: Site) -> None:
    """A reference leads to the entry on the page of all."""
    links = {words(link): link["href"] for link in site.section(SELECTED).select("li a")}
    assert links["DSP"] == "publications.html#pub-dsp"
    assert site.publication("dsp", "publications")["id"] == "pub-dsp"


def test_002_09_stars_in_prose(site: Site) -> None:
    """The number comes from the file of metrics."""
    assert "(with over 35k stars on GitHub)" in words(site.section(SELECTED))


def test_002_10_addresses_are_checked(site: Site) -> None:
    """Every address of the page is one that Sphinx's link check asks, those of publications among them."""
    here = {str(link["href"]) for name in ("index", "publications") for link in site.page(name).select("a[href^=http]")}
    assert here - site.checked == set()
    assert "https://oahzxl.github.io/PAB/" in site.checked


def test_002_10_its_sister_page(site: Site) -> None:
    """Rule, years, bold title, underlined owner, marks in superscript, venue in full, links between bars, legend."""
    page = site.page("publications")
    assert page.select_one("hr") is not None
    assert words(site.section("2024", "publications").find("h2")) == "2024"
    assert page.select_one("a[href^='https://scholar.google.com']") is not None
    assert site.lines("pab", "publications") == [
        "Real-Time Video Generation with Pyramid Attention Broadcast",
        "Xuanlei Zhao*, Xiaolong Jin*, Kai Wang*†, Yang You†",
        "arXiv, 2024",
        "| paper | code | blog |",
    ]
    assert site.publication("pab", "publications").select_one("strong.academic-title") is not None
    assert words(page.select_one(".academic-self-underline")) == "Xuanlei Zhao"
    assert page.select_one("sup.academic-mark") is not None
    venue = site.publication("autochunk", "publications").select_one("em.academic-venue")
    assert words(venue) == "International Conference on Learning Representations (ICLR)"
    legend = words(page.select_one(".academic-legend"))
    assert legend == "* indicates equal contribution · † indicates equal corresponding"
    assert words(page.select_one(f"#{anchor('fastfold')} .academic-authors summary")) != ""


# seed 004


def test_004_01_anchor_of_ones_own(later: Site) -> None:
    """Text can be led to by a name of the author's."""
    assert words(later.page().select_one("#about-me")).startswith("Hi! I am a second-year PhD student")


def test_004_02_emoji_in_headings(later: Site) -> None:
    """They are kept; ids are made without them; in LaTeX they have a font of their own."""
    headings = [words(heading) for heading in later.page().select("h2")]
    assert headings == [
        "📝 Selected Publications (all)",
        "🔥 News",
        "🎖 Honors and Awards",
        "📖 Educations",
        "💬 Invited Talks",
        "💻 Internships",
    ]
    assert later.section("News")["id"] == "news"
    assert later.section("Honors and Awards")["id"] == "honors-and-awards"
    assert "News" in later.latex


def test_004_03_topics_with_headings_of_ones_own(later: Site) -> None:
    """Under the author's own headings, in the author's order."""
    groups = later.section(SELECTED).select("section.academic-group")
    assert [words(group.h3) for group in groups] == [
        "📽️ Efficient Video Generation",
        "🧹 Efficient Memory Cost",
        "🔬 Efficient AI for Science",
    ]
    assert [group["id"] for group in groups] == [
        "efficient-video-generation",
        "efficient-memory-cost",
        "efficient-ai-for-science",
    ]
    keys = [[article["id"] for article in group.select("article")] for group in groups]
    assert keys == [["pub-pab", "pub-dsp"], ["pub-autochunk", "pub-hetegen"], ["pub-fastfold"]]


def test_004_04_mojibake_is_said(make_site) -> None:
    """Emoji that were once read as Mac Roman are reported at their lines."""
    page = "Title\n=====\n\n\uf8ffüî• News\n\nüìù Selected\n"
    said = "that was once read as Mac Roman, expected UTF-8 [academic.encoding]"
    assert make_site({"index.rst": page}).warnings == [
        rf"index.rst:4: WARNING: '\uf8ffüî•' is '🔥' {said}",
        f"index.rst:6: WARNING: 'üìù' is '📝' {said}",
    ]


def test_004_05_news(later: Site) -> None:
    """Year and month with a point between them; emoji in the text."""
    assert later.entries("News")[0] == "2024.03 🎉 Two papers are accepted by ICLR 2024"


def test_004_06_image_in_a_line(later: Site) -> None:
    """A small image stands in the text of an entry, with words for those who do not see it."""
    image = later.section("News").select_one("li.academic-entry p img")
    assert (Path(str(image["src"])).name, image["alt"]) == ("tiktok.png", "TikTok")
    assert image["style"] == "width: 4em;"


def test_004_07_venue_first(later: Site) -> None:
    """The venue on a plate before the title."""
    first = later.publication("pab").select_one(".academic-line > *")
    assert "academic-short" in first["class"]
    assert words(first) == "ICLR 2025"


def test_004_08_title_without_a_link(later: Site) -> None:
    """The title is bold and no link."""
    assert later.publication("pab").select_one("strong.academic-title") is not None
    assert later.publication("pab").select_one(".academic-title a") is None


def test_004_09_links_in_brackets(later: Site) -> None:
    """In lower case, each in brackets."""
    assert words(later.publication("pab").select_one(".academic-links")) == "[paper] [code] [blog]"


def test_004_10_stars(later: Site) -> None:
    """The number of stars as text, from a file: nothing is asked of another host."""
    assert words(later.publication("pab").select_one(".academic-stars")).endswith("2k")
    assert later.page().select("img[src^=http]") == []


def test_004_11_authors(later: Site) -> None:
    """On their own line, in italics, the owner underlined, the mark in superscript."""
    assert later.lines("pab")[1] == "Xuanlei Zhao*, Xiaolong Jin*, Kai Wang*, Yang You"
    authors = later.publication("pab").select_one("em.academic-authors, .academic-authors")
    assert authors.name == "em" or "academic-italic" in authors["class"]
    assert words(authors.select_one(".academic-self-underline")) == "Xuanlei Zhao"
    assert [words(mark) for mark in authors.select("sup")] == ["*", "*", "*"]


def test_004_12_one_badge_for_two_papers(later: Site) -> None:
    """Two papers share a repository; whose numbers are shown is said by key."""
    assert later.publication("dsp").select_one(".academic-stars") is None


def test_004_13_others_in_one_line(later: Site) -> None:
    """Plate, linked title, authors with another person set off, and more of them."""
    lines = later.lines("wei2023unsupervised")
    assert lines == [
        "NeurIPS 2023 Unsupervised Video Domain Adaptation for Action Recognition: A Disentanglement Perspective. "
        "Pengfei Wei, Lingdong Kong, Xinghua Qu, Yi Ren, et al."
    ]
    publication = later.publication("wei2023unsupervised")
    assert publication.select_one(".academic-title a")["href"] == "https://openreview.net/forum?id=Rp4PA0ez0m"
    assert words(publication.select_one(".academic-self")) == "Yi Ren"


def test_004_14_empty_link_is_said(make_site) -> None:
    """A title that is to lead somewhere, and a field for it that says nothing."""
    entry = "@inproceedings{xia2022,\n  title = {Video-Guided},\n  booktitle = {ACM-MM}, year = 2022, url = {}}\n"
    site = make_site({"a.bib": entry, "index.rst": "T\n=\n\n.. publications::\n   :layout: compact\n"})
    assert site.warnings == [
        "a.bib:1: WARNING: the title of 'xia2022' is to be a link, but 'url' is empty, expected an address "
        "[academic.empty_link]"
    ]


def test_004_15_the_same_plate(later: Site) -> None:
    """A venue looks like the others, however it was quoted."""
    assert words(later.publication("xia2022video").select_one(".academic-short")) == "ACM-MM 2022"


def test_004_16_honours(later: Site) -> None:
    """Date, title, address, remark; several in a month, in their order."""
    entries = later.entries("Honors and Awards")
    assert entries[:3] == [
        "2021.10 Tencent Scholarship (Top 1%)",
        "2021.10 National Scholarship (Top 1%)",
        "2020.12 Baidu Scholarship (10 students in the world each year)",
    ]
    assert later.section("Honors and Awards").select_one("li a")["href"].startswith("https://baike.baidu.com/")


def test_004_17_educations(later: Site) -> None:
    """One line each."""
    assert later.entries("Educations") == [
        "2019.06 – 2022.04 Master, Zhejiang University, Hangzhou",
        "2015.09 – 2019.06 Undergraduate, Chu Kochen Honors College, Zhejiang University, Hangzhou",
        "2012.09 – 2015.06 Luqiao Middle School, Taizhou",
    ]


def test_004_18_talks(later: Site) -> None:
    """Date, title, host or kind, and a link in brackets after a bar."""
    assert later.entries("Invited Talks") == [
        "2022.02 Hosted MLNLP seminar | [Video]",
        "2021.06 Audio & Speech Synthesis, Huawei internal talk",
        "2021.03 Non-autoregressive Speech Synthesis, PaperWeekly & biendata | [Video]",
        "2020.12 Non-autoregressive Speech Synthesis, Huawei Noah’s Ark Lab internal talk",
    ]


def test_004_19_internships(later: Site) -> None:
    """One line each, with links inside of the text."""
    entries = later.entries("Internships")
    assert entries[0] == "2021.06 – 2021.09 Alibaba, Hangzhou"
    assert entries[-1] == "2017.08 – 2018.12 DashBase (acquired by Cisco), Hangzhou"
    links = [words(link) for link in later.section("Internships").select("li a")]
    assert links == ["EnjoyMusic", "YiWise", "MSRA, machine learning Group", "NetEase, AI department", "Cisco"]


def test_004_20_heading_with_a_link_elsewhere(later: Site) -> None:
    """The heading leads to another site."""
    heading = later.section(SELECTED).find("h2")
    link = heading.select_one("a:not(.headerlink)")
    assert (words(link), link["href"]) == ("all", "https://scholar.google.com/citations?user=I5NBOacAAAAJ")


# the mistakes of the seeds that a build can see


def test_an_arxiv_identifier_without_its_last_digit(make_site) -> None:
    """The seed's link to arXiv lacks a digit."""
    entry = "@misc{pab, title = {Real-Time}, paper = {https://arxiv.org/abs/2408.1258}}\n"
    site = make_site({"a.bib": entry, "index.rst": "T\n=\n\n.. publications::\n"})
    assert site.warnings == [
        "a.bib:1: WARNING: the arXiv identifier '2408.1258' has 4 digits after its point, expected 5 "
        "[academic.identifier]"
    ]


def test_entries_without_the_owner_can_be_listed(make_site) -> None:
    """A lab's list is full of them, so they are no fault by themselves; a filter shows which they are."""
    entries = "@misc{own, title = {A}, author = {Zhao, Xuanlei}}\n@misc{others, title = {B}, author = {Ren, Yi}}\n"
    page = "T\n=\n\n.. publications::\n   :filter: not self\n"
    site = make_site({"a.bib": entries, "index.rst": page}, academic_profile={"name": "Xuanlei Zhao"})
    assert site.warnings == []
    assert re.findall(r'id="pub-(\w+)"', site.read("index.html")) == ["others"]


def test_an_address_is_never_in_clear(later: Site) -> None:
    """The seed of 2024 hides an address in the text and shows it in the link; ours hides both."""
    html = (later.folder / "html" / "index.html").read_text(encoding="utf-8")
    assert "xuanlei@" not in html


def test_dashes_are_of_one_kind(make_site) -> None:
    """Two hyphens and a dash come out alike."""
    page = "T\n=\n\n.. timeline:: position\n\n   Sept. 2023 -- Present : A\n\n   May. 2025 – Now : B\n"
    html = make_site({"index.rst": page}).read("index.html")
    whens = [words(when) for when in BeautifulSoup(html, "html.parser").select(".academic-when")]
    assert whens == ["Sep 2023 – present", "May 2025 – present"]


def test_a_link_to_another_host_is_checked(tmp_path: Path) -> None:
    """Whose list of all publications it is, a link check sees."""
    (tmp_path / "conf.py").write_text('extensions = ["sphinxcontrib_academic"]\n', encoding="utf-8")
    text = "T\n=\n\nSelected (`all <https://xuefuzhao.github.io/publications/>`__)\n" + "-" * 66 + "\n"
    (tmp_path / "index.rst").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "linkcheck", "-D", "linkcheck_ignore=.*"]
    subprocess.run([*command, tmp_path, tmp_path / "out"], check=True)
    assert "xuefuzhao.github.io" in (tmp_path / "out" / "output.json").read_text(encoding="utf-8")
