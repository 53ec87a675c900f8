"""Every row of the seeds 000 and 001 is visible in the page that was made again from them.

A test's name begins with the numbers of its row in the list of what the seeds show.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from copy import copy
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from sphinxcontrib_academic.model.works import anchor

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "docs" / "examples" / "hexu-zhao"
CV_FILE = "CV-Hexu Zhao_20231130.pdf"

ADVISORS = "Prof. Jinyang Li and Prof. Aurojit Panda"
MEMORY, SPLATTING, COMMUNICATION = "zhao2026clm", "zhao2025scaling", "zhuang2023communication"
INSULIN = "he2022insulin"


class Site:
    """The built example."""

    def __init__(self, folder: Path) -> None:
        self.html = (folder / "html" / "index.html").read_text(encoding="utf-8")
        self.latex = "".join(path.read_text(encoding="utf-8") for path in (folder / "latex").glob("*.tex"))
        self.page = BeautifulSoup(self.html, "html.parser")
        self.article = self.page.select("article[role=main]")[0]
        self.text = words(self.article)

    def one(self, selector: str) -> Tag:
        """The first element of the page's content that fits."""
        return self.article.select(selector)[0]

    def publication(self, key: str) -> Tag:
        """The publication of that key."""
        return self.one(f"article[id='{anchor(key)}']")

    def part(self, key: str, name: str) -> str:
        """What a part of a publication says."""
        return words(self.publication(key).select_one(f".academic-{name}"))

    def after_authors(self, key: str) -> str:
        """The line below the authors of a publication, without what is unfolded."""
        publication = copy(self.publication(key))
        for details in publication.select("details"):
            details.decompose()
        return words(publication).split(self.part(key, "authors"), 1)[1].strip()

    def links(self, key: str) -> dict[str, str]:
        """The links of a publication: what they say, and where they lead."""
        return {words(link): str(link["href"]) for link in self.publication(key).select(".academic-links a")}

    def entry(self, organization: str) -> Tag:
        """The entry of the timelines that names it."""
        entries = self.article.select(".academic-timeline-education > *, .academic-timeline-position > *")
        return next(item for item in entries if organization in words(item))

    def section(self, title: str) -> Tag:
        """The section with that title."""
        return next(part for part in self.article.select("section") if words(part.find(["h1", "h2"])) == title)


def words(tag: Tag | None) -> str:
    """The words of an element as they are read, with single blanks."""
    text = tag.get_text("\u200b") if tag is not None else ""
    text = re.sub(r"[\s\u00a0]+", " ", text.replace("¶", "").replace("\u200b", ""))
    return text.strip().removesuffix("#")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example with a CV whose name has a blank, as HTML and as LaTeX."""
    folder = tmp_path_factory.mktemp("hexu-zhao")
    source = folder / "source"
    shutil.copytree(EXAMPLE, source)
    (source / CV_FILE).write_bytes(b"%PDF-1.4\n")
    with (source / "conf.py").open("a", encoding="utf-8") as stream:
        stream.write(f'\nacademic_profile["links"]["My CV"] = "{CV_FILE}"\n')
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "-q", "-d", folder / "doctrees"]
    for builder in ("html", "latex"):
        subprocess.run([*command, "-b", builder, source, folder / builder], check=True)
    return Site(folder)


def test_every_row_has_a_test() -> None:
    """Each of the 22 rows of seed 000 and of the 14 rows of seed 001 has a test."""
    rows = {f"000_{number:02}" for number in range(1, 23)} | {f"001_{number:02}" for number in range(1, 15)}
    assert {name[5:11] for name in globals() if re.match(r"test_\d", name)} == rows


def test_000_01_skip_link(site: Site) -> None:
    """The theme's own link leads past the side bars."""
    assert words(site.page.select_one("a.skip-to-content")) == "Skip to content"


def test_000_02_title_is_the_name(site: Site) -> None:
    """The title is the name, without the text of an image in it."""
    assert words(site.article.h1) == "Hexu Zhao"


def test_000_03_address_leads_to_a_map(site: Site) -> None:
    """The address has its label, and a link."""
    assert "Office: 424, 60 5th Ave, New York, NY 10011" in words(site.one(".academic-profile"))
    assert site.one("a[href*='maps.app.goo.gl/N7m2fM5EbM3TToB79']")


def test_000_04_email_is_for_people(site: Site) -> None:
    """The e-mail address has its label, and is written for people."""
    assert "Work Email: hz3496 [at] nyu [dot] edu" in site.text


def test_000_05_links_have_one_name_each(site: Site) -> None:
    """Who hears the page hears each link once; a picture in it is silent."""
    links = site.article.select(".academic-profile .academic-links a")
    assert [words(link) for link in links][:3] == ["CV", "Google Scholar", "DBLP"]


def test_000_06_prose_beside_directives(site: Site) -> None:
    """The biography is free text with links."""
    assert f"advised by {ADVISORS}" in words(site.section("Bio"))


def test_000_07_quotation(site: Site) -> None:
    """The quotation is a quotation, in italics."""
    assert "the small things in this world" in words(site.one("blockquote em"))


def test_000_08_news_with_the_date_in_its_format(site: Site) -> None:
    """The date of news is printed as it was: the month first, in brackets."""
    assert words(site.section("News")).startswith("News [01/2025]")


def test_000_09_education(site: Site) -> None:
    """Institution, logo, dates, degree and advisors."""
    entry = site.entry("New York University Courant Institute")
    assert words(entry.select_one(".academic-when")) == "Sep 2023 – present"
    assert words(entry.select_one(".academic-title")) == "New York University Courant Institute"
    assert f"Advised by {ADVISORS}" in words(entry)
    assert entry.select_one("img[src$='nyu.png']") is not None


def test_000_10_honours_behind_the_degree(site: Site) -> None:
    """A remark stands behind the degree."""
    subtitle = site.entry("Tsinghua University").select_one(".academic-subtitle")
    assert words(subtitle) == "B.Eng. in Computer Science (Honored Yao Class)"


def test_000_11_logo_is_outside_of_the_heading(site: Site) -> None:
    """A logo stands outside of the headline; its text is the organization, or empty."""
    headlines = {words(title) for title in site.article.select(".academic-entry .academic-title")}
    assert site.article.select(".academic-title img") == []
    assert {image.get("alt") for image in site.article.select(".academic-entry img")} <= {"", *headlines}


def test_000_12_experience(site: Site) -> None:
    """Now means the same as Present; there is one style of dashes."""
    entry = site.entry("NVIDIA Spatial Intelligence Lab")
    assert words(entry.select_one(".academic-when")) == "May 2025 – present"
    assert words(entry.select_one(".academic-subtitle")) == "Research Scientist Intern"


def test_000_13_publication_of_three_lines(site: Site) -> None:
    """A title line, an author line, a venue line."""
    lines = [words(line) for line in site.publication(SPLATTING).select(".academic-line")]
    assert [line.split()[0] for line in lines] == ["On", "Hexu", "ICLR"]


def test_000_14_equal_contribution(site: Site) -> None:
    """The first two authors have the mark."""
    assert site.part(MEMORY, "authors").startswith("Hexu Zhao*, Xiwen Min*, Xiaoteng Liu,")


def test_000_15_the_owner_is_not_among_the_equal_ones(site: Site) -> None:
    """Only the second and the third author have the mark."""
    assert site.part(SPLATTING, "authors").startswith("Hexu Zhao, Haoyang Weng*, Daohan Lu*, Ang Li, Jinyang Li")


def test_000_16_all_authors(site: Site) -> None:
    """Eleven authors are shown in full."""
    assert site.part(INSULIN, "authors").count(",") == 10
    assert site.part(INSULIN, "authors").endswith("Ying Chen")


def test_000_17_no_link_at_all(site: Site) -> None:
    """An entry without a link says its venue and no more."""
    assert site.after_authors(MEMORY) == "ASPLOS 2026"


def test_000_18_venue_and_honour(site: Site) -> None:
    """The honour stands behind the venue."""
    assert site.after_authors(SPLATTING).startswith("ICLR 2025 Oral")


def test_000_19_links_of_three_kinds(site: Site) -> None:
    """To arXiv, to the code, to the project's page."""
    assert list(site.links(SPLATTING)) == ["arXiv", "Code", "Project page"]


def test_000_20_status_with_its_venue(site: Site) -> None:
    """What is submitted says where; the ampersand survives in LaTeX."""
    assert "In submission to The Lancet Diabetes & Endocrinology Journal" in site.after_authors(INSULIN)
    assert r"The Lancet Diabetes \& Endocrinology Journal" in site.latex


def test_000_21_google_scholar_of_a_paper(site: Site) -> None:
    """A paper can lead to Google Scholar."""
    assert "ylKFMAkAAAAJ:d1gkVwhDpl0C" in site.links(INSULIN)["Google Scholar"]


def test_000_22_order_of_the_author(site: Site) -> None:
    """The order is the one in which the page names the papers."""
    titles = site.section("Publications").select(".academic-title")
    assert [words(title).split()[1] for title in titles] == ["Removing", "Scaling", "Optimizing", "Hyperbolic", "of"]


def test_001_01_page_without_side_bars(site: Site) -> None:
    """The table of contents is hidden on this page; the other side bar stays, for the way to the CV."""
    assert site.page.select_one(".toc-drawer.no-toc") is not None


def test_001_02_portrait(site: Site) -> None:
    """The portrait stands beside the name, not in the title."""
    assert site.article.select("h1 img") == []
    assert str(site.one(".academic-profile img")["src"]).endswith("portrait.png")


def test_001_03_icons_before_the_lines(site: Site) -> None:
    """Address and e-mail address begin with their labels; an icon is a matter of the style sheet."""
    labels = site.article.select(".academic-profile .academic-label")
    assert [words(label) for label in labels] == ["Office:", "Work Email:"]


def test_001_04_no_address_in_clear(site: Site) -> None:
    """The e-mail address is in clear neither in the text nor in the link."""
    assert "hz3496@" not in site.html
    assert "@nyu.edu" not in site.html


def test_001_05_services(site: Site) -> None:
    """All services are there, Zhihu included; they are words, so there is no size of icons to set."""
    links = [words(link) for link in site.article.select(".academic-profile .academic-links a")]
    assert links == ["CV", "Google Scholar", "DBLP", "GitHub", "LinkedIn", "Zhihu", "My CV"]


def test_001_06_blanks_in_the_name_of_a_file(site: Site) -> None:
    """A link to a file with blanks in its name works, with the blanks encoded."""
    link = next(link for link in site.article.select(".academic-links a") if words(link) == "My CV")
    assert str(link["href"]).endswith("CV-Hexu%20Zhao_20231130.pdf")


def test_001_07_news_without_a_date(site: Site) -> None:
    """The date may be left out."""
    entry = site.section("News").select(".academic-entry")[-1]
    assert words(entry).startswith("I’ve accepted an internship")
    assert entry.select_one(".academic-when") is None


def test_001_08_line_of_dates(site: Site) -> None:
    """Each entry has its dates, with an en dash between them."""
    assert words(site.entry("Tsinghua University").select_one(".academic-when")) == "Sep 2019 – Jun 2023"


def test_001_09_degree_stands_out(site: Site) -> None:
    """The degree is set off from what follows, although neither markup can nest."""
    degree = site.entry("New York University").select_one("em.academic-subtitle")
    assert words(degree) == "Ph.D. in Computer Science"


def test_001_10_logos(site: Site) -> None:
    """Each organization has its logo."""
    logos = site.article.select(".academic-entry img")
    assert [Path(str(logo["src"])).name for logo in logos] == ["nyu.png", "tsinghua.png", "nvidia.png", "deepspeed.png"]


def test_001_11_the_owner_stands_out(site: Site) -> None:
    """The owner is found among the authors of every paper, also behind a mark that is glued to the name."""
    owners = [words(name) for name in site.section("Publications").select(".academic-self")]
    assert owners == ["Hexu Zhao"] * 5
    assert site.part(COMMUNICATION, "authors").startswith("Yonghao Zhuang*, Hexu Zhao*, Lianmin Zheng,")


def test_001_12_venue_and_links_on_one_line(site: Site) -> None:
    """The links follow the venue."""
    assert site.after_authors(COMMUNICATION) == "MLSys 2023 arXiv"


def test_001_13_address_of_a_pdf_at_arxiv(site: Site) -> None:
    """An address of a PDF at arXiv is as good as the number."""
    assert site.links(COMMUNICATION)["arXiv"] == "https://arxiv.org/abs/2211.05322"


def test_001_14_every_link_has_a_name(site: Site) -> None:
    """No link is without a name that can be heard."""
    assert [link for link in site.article.select("a[href]") if not words(link) and "headerlink" not in str(link)] == []
