"""Every kind of print is a tagged PDF that a screen reader can follow: the checks of PDF/UA-1 a machine can make.

Typst itself refuses to write a file that breaks the rules of PDF/UA-1 it knows; `pdfua` is an independent second look
at 16 of its 106 rules. veraPDF, which judges all of them, is a Java program of its own and is not part of these tests.
"""

from itertools import pairwise
from pathlib import Path

import pdfua
import pytest
import typst

from tests.components.prints.make_prints import kinds
from tests.components.prints.read_pdf import Tag, catalogue_of, tags_of, text_of

PRINTS = dict(kinds())
HEADINGS = ("H1", "H2", "H3")


@pytest.mark.parametrize("name", PRINTS)
def test_an_independent_check_finds_no_fault(name: str, tmp_path: Path) -> None:
    file = tmp_path / "print.pdf"
    file.write_bytes(PRINTS[name])
    report = pdfua.validate(str(file))
    assert [finding.message for finding in report.findings] == []


def test_the_independent_check_would_find_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "untagged.pdf"
    typst.Compiler(input=b"words").compile(output=file, format="pdf", pdf_tags=False)
    assert pdfua.validate(str(file)).findings


@pytest.mark.parametrize("name", PRINTS)
def test_it_says_its_language_and_title_and_that_it_is_tagged(name: str) -> None:
    told = catalogue_of(PRINTS[name])
    assert told["language"] == "en"
    assert told["title"] and told["title"] in text_of(PRINTS[name])
    assert told["tagged"] and told["shows title"]
    assert told["pdf/ua"] == "1"


@pytest.mark.parametrize("name", PRINTS)
def test_headings_begin_with_one_title_and_skip_no_level(name: str) -> None:
    levels = [int(tag.kind[1]) for tag in tags_of(PRINTS[name]) if tag.kind in HEADINGS]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("name", PRINTS)
def test_every_picture_has_its_words(name: str) -> None:
    figures = [tag for tag in tags_of(PRINTS[name]) if tag.kind == "Figure"]
    assert [tag for tag in figures if len(tag.alt) < 10] == []
    expected = 0 if name.startswith(("diary", "card")) else 5 if name.startswith(("fibro", "crohn")) else 3
    assert len(figures) == expected


def test_blocks_of_dots_say_how_many_and_the_code_says_where_it_leads() -> None:
    alts = [" ".join(tag.alt.split()) for tag in tags_of(PRINTS["fibromyalgia a4 colour"]) if tag.kind == "Figure"]
    assert "LDN: 41 in 100 people, drawn as filled dots among a hundred." in alts
    assert "Placebo: 26 in 100 people, drawn as filled dots among a hundred." in alts
    assert alts[-1].startswith("QR code that opens this page: https://")


def test_tables_of_the_diary_have_a_row_of_headers() -> None:
    tags = tags_of(PRINTS["diary letter mono"])
    tables = [tag for tag in tags if tag.kind == "Table"]
    assert len(tables) == 13
    assert len([tag for tag in tags if tag.kind == "TH"]) == 12 * 8 + 4
    assert all("THead" in tag.above for tag in tags if tag.kind == "TH")


def test_lists_are_lists() -> None:
    tags = tags_of(PRINTS["lupus a4 mono"])
    assert len([tag for tag in tags if tag.kind == "L"]) == 3
    assert all(tag.above[-1] == "L" for tag in tags if tag.kind == "LI")
    assert Tag("Lbl", "", ()) not in tags


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_words_come_in_the_order_they_are_read(paper: str) -> None:
    text = text_of(PRINTS[f"fibromyalgia {paper} colour"])
    order = [
        "LDN and fibromyalgia", "Education, not medical advice", "What studies found", "Which way:", "How sure:",
        "How much:", "How many got better", "41 in 100", "26 in 100", "Unwanted effects, in 100", "84 in 100",
        "86 in 100", "Red flags", "My questions", "1. ", "My notes", "Sources", "Dataset 2026.11",
    ]  # fmt: skip
    places = [text.index(part) for part in order]
    assert places == sorted(places)
