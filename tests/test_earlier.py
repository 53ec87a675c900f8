"""What an edit left as it was is not read again, and the library is what a fresh reading gives."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxcontrib_academic.kinds.links import LinkRelation, LinkTable
from sphinxcontrib_academic.library import Extras, Library, find_extras, read_library, stamp_of
from sphinxcontrib_academic.model.problems import Location
from sphinxcontrib_academic.readers import data

ENTRIES = [
    '@string{conf = "Conference on Things"}',
    "@string{conf = {Another Conference}}",
    "@string{name = conf # { in } # place}",
    "@article{one, title={One}, author={Ada Lovelace and Alan Turing}, year=2020, journal={Notes}, doi={10.1000/a}}",
    r"@inproceedings{two, title={Two {\"o} $x^2$}, author={A. Noether}, year=2021, booktitle=conf, pages={1--2}}",
    "@inproceedings{two,\n  title={Two again},\n  author={E. Noether},\n  crossref={proc},\n}",
    "@inproceedings{three, title={Three}, crossref={proc}, booktitle=name}",
    "@inproceedings{four, title={Four}, xdata={common}, related={one}, relatedtype={reviewof}}",
    "@xdata{common, publisher={A Press}, year=2019}",
    "@xdata{common, publisher={Another Press}, date={2018-02}}",
    "@proceedings{proc, title={Proceedings of Things}, year=2022, publisher={A Press}}",
    "@proceedings{proc, title={Proceedings}, year=20x2, ids={older, oldest}}",
    "@set{both, entryset={one, two}}",
    "@misc{five, title={Five \\unknown{x}}, doi={10.1000 a}, year={soon}, url={javascript:alert(1)}, poster={p/q.pdf}}",
    "@misc{six, year=2020, title={Six \\unknown{x}}, poster={javascript:alert(1)}, only={html}}",
    "@misc{, title={Without a key}, year=2001}",
    "@award{prize, title={A prize}, date={2020}}",
    "@article{one, title={One},",
    "@misc{seven, title={Seven}, title={Seven again}, note=nobody # { says}}",
    "Words between entries,",
    "",
    "% a comment",
    "@comment{nothing}",
]


def read(folder: Path, files: dict[str, str], extras: Extras | None = None) -> Library:
    """The library of these files, with what lies in the folder."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    extras = extras or Extras()
    stamp = stamp_of(folder, [*files], "utf-8", extras)
    return read_library(folder, [*files], "utf-8", extras, stamp, folder / "kept")


def contents(library: Library) -> tuple[object, ...]:
    """All that it says."""
    works = library.works
    return works.columns, [work.value for work in works], library.entries, library.problems  # type: ignore[attr-defined]


def fresh(files: dict[str, str], extras: Extras | None = None) -> tuple[object, ...]:
    """All that it says where nothing was read before."""
    with TemporaryDirectory() as folder:
        return contents(read(Path(folder), files, extras))


@pytest.fixture
def reading(monkeypatch) -> list[str]:
    """The keys of the records that are read."""
    found: list[str] = []
    read_work = data.read_work
    monkeypatch.setattr(data, "read_work", lambda record: [found.append(record.key), read_work(record)][1])
    return found


TEXTS = st.lists(st.sampled_from(ENTRIES), max_size=12).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.fixed_dictionaries({"a.bib": TEXTS, "b.bib": TEXTS}), min_size=2, max_size=5))
def test_what_was_read_before_changes_nothing(states):
    """Whatever the files held, they are read as they are now."""
    with TemporaryDirectory() as folder:
        for files in states:
            assert contents(read(Path(folder), files)) == fresh(files)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_edit_is_seen(chance):
    """A letter more, a line less, a part that stands somewhere else."""
    text = "\n".join(ENTRIES)
    with TemporaryDirectory() as folder:
        for _ in range(4):
            places = st.integers(0, len(text))
            start, end, to = (*sorted([chance.draw(places), chance.draw(places)]), chance.draw(places))
            end = min(end, start + chance.draw(st.sampled_from([0, 1, 30, 300])))
            moved = chance.draw(st.sampled_from([text[start:end], "", "{", "}", "x", "\n", '"', ", note={N}"]))
            rest = text[:start] + text[end:]
            text = rest[:to] + moved + rest[to:]
            assert contents(read(Path(folder), {"a.bib": text})) == fresh({"a.bib": text})


def test_an_edit_costs_the_reading_of_what_was_edited(tmp_path, reading):
    """Of all entries the one that says something else, and those of which something is to be said again."""
    text = "\n".join(f"@misc{{k{number}, title={{Title {number}}}, year=2020}}" for number in range(9))
    text += "\n@misc{bad, title={Title}, year={soon}, doi={no}}"
    read(tmp_path, {"a.bib": text})
    reading.clear()
    library = read(tmp_path, {"a.bib": "\n\n" + text.replace("Title 4", "Another")})
    assert reading == ["k4", "bad"]
    assert [work.location.line for work in library.works] == [*range(3, 13)]
    assert [str(problem.location) for problem in library.problems] == ["a.bib:12"]


def test_a_file_may_have_another_name(tmp_path, reading):
    """A record is the same one in any file; it stands where it stands."""
    read(tmp_path, {"a.bib": ENTRIES[3]})
    reading.clear()
    [work] = read(tmp_path, {"empty.bib": "", "b.bib": "\n" + ENTRIES[3]}).works
    assert (reading, work.location) == ([], Location("b.bib", 2))


def test_who_inherits_is_read_again(tmp_path, reading):
    """What is edited may stand in another entry, and what is said with a word in its ``@string``."""
    text = "\n".join([ENTRIES[0], *ENTRIES[3:5], *ENTRIES[6:9], ENTRIES[10]])
    read(tmp_path, {"a.bib": text})
    reading.clear()
    read(tmp_path, {"a.bib": text.replace("year=2022", "year=2023").replace("A Press", "Press")})
    assert set(reading) == {"three", "four", "proc"}
    reading.clear()
    read(tmp_path, {"a.bib": text.replace("on Things", "on Others")})
    assert "two" in reading
    assert "one" not in reading


def test_what_a_site_adds_is_a_part_of_works(tmp_path, reading, monkeypatch):
    """Files that bear a key, relations of its own and another version: all works are made of them."""
    (tmp_path / "files").mkdir()
    files = {"a.bib": ENTRIES[3]}
    others = LinkTable((LinkRelation("podcast", "Podcast"),))
    states = [find_extras(tmp_path, ["files"], LinkTable(), ""), Extras(others)]
    (tmp_path / "files" / "one.pdf").write_bytes(b"")
    states.append(find_extras(tmp_path, ["files"], LinkTable(), ""))
    for extras in states:
        reading.clear()
        assert contents(read(tmp_path, files, extras)) == fresh(files, extras)
        assert reading == ["one", "one"]
    monkeypatch.setattr("sphinxcontrib_academic.__version__", "99")
    reading.clear()
    read(tmp_path, {"a.bib": ENTRIES[3] + "\n"}, states[-1])
    assert reading == ["one"]


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "gone"])
def test_what_was_read_before_may_be_damaged(tmp_path, harm):
    """Then everything is read, and nobody hears of it."""
    text = "\n".join(ENTRIES)
    read(tmp_path, {"a.bib": text})
    for path in (tmp_path / "kept").iterdir():
        whole = path.read_bytes()
        half = len(whole) // 2
        flipped = whole[:half] + bytes([whole[half] ^ 1]) + whole[half + 1 :]
        path.write_bytes({"cut": whole[:half], "flip": flipped, "empty": b"", "gone": b""}[harm])
        if harm == "gone":
            path.unlink()
    edited = {"a.bib": text.replace("Three", "Drei")}
    assert contents(read(tmp_path, edited)) == fresh(edited)


def test_a_file_without_works_is_as_good_as_any(tmp_path):
    """Nothing was read from it, and nothing comes of it."""
    for text in ("", "% a comment", ENTRIES[3]):
        assert contents(read(tmp_path, {"a.bib": text})) == fresh({"a.bib": text})
