"""A build that was killed costs time and nothing else: the next one equals a fresh one, and nothing broken is kept.

``KILLS=200 pytest tests/test_kill.py`` kills so many builds, each time others.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from sphinxcontrib_academic.cache import packed, read_cache, write_cache
from tests.sequences import BLOCKS, KEYS, PAGES, TITLES, State, World, different

if TYPE_CHECKING:
    from collections.abc import Callable

KILLS = int(os.environ.get("KILLS", "6"))
CHANCE = random.Random() if "KILLS" in os.environ else random.Random(7)
MOMENTS = [CHANCE.random() for _ in range(KILLS)]
FORK = multiprocessing.get_context("fork")
STAMP = "0" * 32


@pytest.fixture(autouse=True)
def _same_clock(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")


@pytest.fixture
def world(tmp_path):
    """A site with everything on it."""
    return World(tmp_path)


def everything() -> State:
    """Every block stands on some page."""
    entries = {
        key: {"title": title, "author": "Bee, Ann", "year": "2020"} for key, title in zip(KEYS, TITLES, strict=True)
    }
    many = {f"more{number}": {"title": f"More {number}", "year": "2019", "keywords": "x"} for number in range(40)}
    count = len(PAGES)
    pages = {name: list(range(place, len(BLOCKS), count)) for place, name in enumerate(PAGES)}
    return State(
        bibs={"a.bib": {**entries, **many}},
        pages={"index": [0], **pages},
        files={"career.yaml": 1, "metrics.json": 0, "me.png": 0, "two.pdf": 0},
    )


def edited() -> State:
    """Another entry, another page, another list, and an image that is another one."""
    state = everything()
    state.bibs["a.bib"]["one"]["title"] = "Another One"
    state.bibs["a.bib"]["six"] = {"title": "Six", "year": "2023", "pdf": "two.pdf"}
    state.pages["p1"] = [0, 1]
    state.files["me.png"] = 1
    return state


# killed as it writes: a copy of this process builds, and ends when it opens, renames or removes a file


def _writes(world: World, event: str, arguments: tuple[Any, ...]) -> bool:
    path = arguments[0] if arguments else None
    if not isinstance(path, (str, bytes, os.PathLike)) or not os.fsdecode(path).startswith(str(world.folder)):
        return False
    if event == "open":
        return bool(arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in {"os.rename", "os.remove"}


def _killed(world: World, jobs: int, at: int, count: Any) -> None:
    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if not _writes(world, event, arguments):
            return
        with count.get_lock():
            count.value += 1
            mine = count.value
        if mine == at:
            if event == "open" and arguments[2] & os.O_TRUNC:
                with contextlib.suppress(FileNotFoundError):
                    os.truncate(arguments[0], 0)
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    world.build("html", jobs)
    os._exit(0)


def build_and_kill(world: World, moment: float, total: int, jobs: int = 1) -> None:
    """Build in a process that is killed at that share of what it writes."""
    process = FORK.Process(target=_killed, args=(world, jobs, 1 + int(moment * total), FORK.Value("i", 0)))
    process.start()
    process.join(120)
    assert process.exitcode is not None


def count_writes(world: World) -> int:
    """How often a build opens, renames or removes a file."""
    count = FORK.Value("i", 0)
    process = FORK.Process(target=_killed, args=(world, 1, -1, count))
    process.start()
    process.join(120)
    assert process.exitcode == 0
    return int(count.value)


def check(world: World, jobs: int = 1) -> None:
    """What comes next is a fresh build, and then there is nothing to do."""
    incremental, said = world.build("html", jobs), world.warnings
    assert different(incremental, world.fresh("html")) == {}
    assert set(said.splitlines()) <= set(world.warnings.splitlines())
    assert [path.name for path in world.folder.rglob("*.unfinished")] == []


def test_a_first_build_may_be_killed_at_any_write(world):
    """There is half of an environment, or none."""
    world.write(everything())
    total = count_writes(world)
    for moment in MOMENTS:
        world.forget()
        build_and_kill(world, moment, total)
        check(world)


def test_a_later_build_may_be_killed_at_any_write(world):
    """What the last build left is there, and half of what this one made of it."""
    world.write(everything())
    world.build("html", 1)
    world.write(edited())
    total = count_writes(world)
    for number, moment in enumerate(MOMENTS):
        world.write(everything() if number % 2 == 0 else edited())
        build_and_kill(world, moment, total)
        check(world)


def test_a_build_may_be_killed_as_it_says_what_it_was_made_with(world):
    """Sphinx stops at an empty ``.buildinfo``; everything is written again, since nobody knows what is there."""
    world.write(everything())
    world.build("html", 1)
    page = world.folder / "out" / "html" / "index.html"
    page.write_bytes(b"half of it")
    (page.parent / ".buildinfo").write_bytes(b"")
    check(world)


def test_builds_may_be_killed_one_after_another(world):
    """Each finds what the one before it left."""
    world.write(everything())
    total = count_writes(world)
    for number, moment in enumerate(MOMENTS):
        world.write(everything() if number % 2 == 0 else edited())
        build_and_kill(world, moment, total)
    check(world)
    check(world, 2)


# killed by the clock: a process of its own, with its children


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_build_may_be_killed_at_any_moment(world, jobs):
    """By the clock, all its processes at once."""
    world.write(everything())
    started = time.monotonic()
    with start(world, jobs) as process:
        process.wait(300)
    lasts = time.monotonic() - started
    for number, moment in enumerate(MOMENTS[: max(2, KILLS // 3)]):
        if number % 3 == 0:
            world.forget()
        world.write(everything() if number % 2 == 1 else edited())
        with start(world, jobs) as process:
            time.sleep(lasts * (0.3 + 0.7 * moment))
            os.killpg(process.pid, signal.SIGKILL)  # a group of its own, made for it by start_new_session
        check(world, jobs)


def start(world: World, jobs: int, out: str = "out/html") -> subprocess.Popen[bytes]:
    """Begin a build in a group of processes of its own."""
    command = [sys.executable, "-m", "sphinx", "-q", "-j", str(jobs), "-d", str(world.folder / "out" / "doctrees")]
    command += [str(world.source), str(world.folder / out)]
    return subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


# what is broken otherwise

HARMS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "cut": lambda data, chance: data[: chance.randrange(len(data))],
    "empty": lambda _data, _chance: b"",
    "zeros": lambda data, _chance: bytes(len(data)),
    "noise": lambda data, chance: chance.randbytes(len(data)),
    "longer": lambda data, chance: data + chance.randbytes(9),
    "a bit": lambda data, chance: _flipped(data, chance.randrange(len(data)), chance.randrange(8)),
    "a bit of the head": lambda data, chance: _flipped(data, chance.randrange(120), chance.randrange(8)),
    "another version": lambda data, _chance: data.replace(sys.implementation.cache_tag.encode(), b"cpython-399", 1),
}


def _flipped(data: bytes, place: int, bit: int) -> bytes:
    place %= len(data)
    return data[:place] + bytes([data[place] ^ (1 << bit)]) + data[place + 1 :]


@pytest.mark.parametrize("harm", HARMS)
def test_what_we_keep_may_be_harmed(world, harm):
    """It is made anew; nobody hears of it, and nothing else comes out."""
    chance = random.Random(harm)
    world.write(everything())
    world.build("html", 1)
    for number in range(4):
        for path in (world.folder / "out" / "doctrees" / "academic").iterdir():
            path.write_bytes(HARMS[harm](path.read_bytes(), chance))
        world.write(everything() if number % 2 else edited())
        check(world)


def test_any_flipped_bit_is_noticed(tmp_path):
    """A cache is what was written, or it is nothing."""
    index, pieces = {"keys": ["one", "two"], "ends": [3, 7]}, packed("one") + packed("two")
    write_cache(tmp_path, STAMP, index, pieces)
    [path] = tmp_path.iterdir()
    data = path.read_bytes()
    for place in range(len(data)):
        path.write_bytes(_flipped(data, place, place % 8))
        assert read_cache(tmp_path, STAMP) is None, place
    for end in range(len(data)):
        path.write_bytes(data[:end])
        assert read_cache(tmp_path, STAMP) is None, end


def test_a_cache_may_be_shared(tmp_path):
    """Those who read while others write find the whole of it or nothing."""
    stamps = [f"{number:032}" for number in range(4)]
    stop = FORK.Event()

    def write(place: int) -> None:
        while not stop.is_set():
            for stamp in stamps[place:] + stamps[:place]:
                write_cache(tmp_path, stamp, [stamp] * 1000, stamp.encode() * 1000)

    writers = [FORK.Process(target=write, args=(place,)) for place in range(3)]
    for writer in writers:
        writer.start()
    found = 0
    end = time.monotonic() + 3
    while time.monotonic() < end:
        for stamp in stamps:
            cache = read_cache(tmp_path, stamp)
            if cache is not None:
                found += 1
                assert (cache[0], cache[1][:]) == ([stamp] * 1000, stamp.encode() * 1000)
    stop.set()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    assert found


def test_two_builds_may_share_doctrees(world):
    """Two builds at once, into two folders; whatever Sphinx makes of that, the next build is right."""
    world.write(everything())
    for state in (everything(), edited(), everything()):
        world.write(state)
        with start(world, 1) as one, start(world, 1, "out/other") as other:
            for process in (one, other):
                process.wait(300)
        check(world)


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    """The cache is left out."""
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    write_cache(tmp_path / "file", STAMP, ["x"], b"")
    assert read_cache(tmp_path / "file", STAMP) is None
