"""Layouts: lines of text with parts, whose brackets and separators come and go with them."""

from __future__ import annotations

from sphinxcontrib_academic.layouts import Slot, read_layout, unknown_parts


def test_a_bracket_belongs_to_the_part_that_it_encloses():
    """``[{venue}] {title}``: without a venue there are no brackets."""
    layout = read_layout("cv", ["[{venue}] {title}"])
    assert layout.lines == ((Slot("venue", before="[", after="]"), Slot("title", separator=" ")),)


def test_a_separator_belongs_to_the_part_behind_it():
    """``{venue}, {year}``: the comma is shown only between two parts."""
    layout = read_layout("x", ["{venue}, {year}"])
    assert layout.lines == ((Slot("venue"), Slot("year", separator=", ")),)


def test_words_go_with_the_part_behind_them():
    """``{title} in {venue}``: without a venue there is no *in*."""
    layout = read_layout("x", ["{title} in {venue}"])
    assert layout.lines == ((Slot("title"), Slot("venue", before="in ", separator=" ")),)


def test_parentheses_after_a_part():
    """``{venue} ({year})``: the blank is the separator, the parentheses are the year's."""
    layout = read_layout("x", ["{venue} ({year})"])
    assert layout.lines == ((Slot("venue"), Slot("year", before="(", after=")", separator=" ")),)


def test_unknown_parts_are_named():
    """A misspelt part is found."""
    assert unknown_parts(read_layout("x", ["{title} {autors}"]), ["title", "authors"]) == ("autors",)
