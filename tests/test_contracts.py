"""The house: imports go down, parts are in the table, a kind is a row."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sphinxcontrib_academic import nodes
from sphinxcontrib_academic.kinds.fields import FIELDS
from sphinxcontrib_academic.kinds.links import LINK_RELATIONS
from sphinxcontrib_academic.kinds.parts import PART_BY_NAME
from sphinxcontrib_academic.kinds.roles import AUTHOR_ROLES
from sphinxcontrib_academic.kinds.timeline import ENTRY_FIELDS, TIMELINE_KINDS
from sphinxcontrib_academic.kinds.works import WORK_TYPES
from sphinxcontrib_academic.layouts import BUILTIN, read_layout
from tests.conftest import ROOT


def test_imports_go_down_the_floors():
    """import-linter finds no broken contract."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Contracts: " in result.stdout
    assert " 0 broken" in result.stdout, result.stdout


def test_no_builder_is_named_above_the_outputs():
    """Only the outputs ask what the builder makes."""
    package = ROOT / "sphinxcontrib_academic"
    found = [
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        if "outputs" not in path.parts
        and any(word in path.read_text("utf-8") for word in ("builder.format", "builder.name"))
    ]
    assert found == []


def test_files_are_short():
    """A file has one noun: 300 lines at most."""
    package = ROOT / "sphinxcontrib_academic"
    long = {p.name: n for p in package.rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 300}
    assert long == {}


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (WORK_TYPES, lambda row: list(dict.fromkeys([row.key, *row.bibtex]))),
        (TIMELINE_KINDS, lambda row: [row.key, *row.aliases]),
        (ENTRY_FIELDS, lambda row: [row.key, *row.aliases]),
        (LINK_RELATIONS, lambda row: [row.key, *row.fields]),
        (AUTHOR_ROLES, lambda row: [row.key, *row.aliases]),
        (FIELDS, lambda row: list(dict.fromkeys([row.key, *row.bibtex]))),
    ],
    ids=["works", "timeline", "entry fields", "links", "roles", "fields"],
)
def test_a_name_means_one_row(rows, names):
    """No two rows of a table claim the same name."""
    claimed = [name for row in rows for name in names(row)]
    assert sorted({name for name in claimed if claimed.count(name) > 1}) == []


@pytest.mark.parametrize("name", BUILTIN)
def test_built_in_layouts_show_parts_of_the_table(name):
    """Every part of a built-in layout is in the table of parts."""
    layout = read_layout(name, BUILTIN[name])
    assert [part for part in layout.parts if part not in PART_BY_NAME] == []


def test_node_classes_have_the_prefix():
    """Names of node classes are global: ours all begin alike."""
    assert [cls for cls in (*nodes.THINGS, *nodes.INLINES) if not cls.__name__.startswith("academic_")] == []
