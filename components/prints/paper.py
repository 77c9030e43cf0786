"""Turns facts and a template into a tagged PDF. Words travel as data, so nothing a visitor typed can become markup.

The folder the typesetter may read holds templates and fonts only, and it is given no way to fetch packages.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, time
from enum import StrEnum
from functools import cache
from pathlib import Path

import typst
from markupsafe import Markup

from components.charts.look import Meaning, themes
from data.models.register import Release

TEMPLATES = Path(__file__).with_name("templates")
# Typst keeps what it worked out for this many further documents.
REMEMBERED = 10
_COLOUR = re.compile(r"var\((--[\w-]+)\)|currentColor")


class Paper(StrEnum):
    """Sizes of paper."""

    A4 = "a4"
    LETTER = "letter"


class Ink(StrEnum):
    """Colour, or black alone."""

    COLOUR = "colour"
    MONO = "mono"


def typeset(
    template: str, facts: Mapping[str, object], release: Release, *, paper: Paper, ink: Ink, language: str
) -> bytes:
    """The PDF of a template filled with facts: tagged, PDF/UA-1, the same bytes for the same facts.

    Raises typst.TypstError when a fact cannot be shown, for example in an alphabet our font does not have.
    """
    given = {
        **facts,
        "paper": paper,
        "language": language,
        "dated": [release.checked.year, release.checked.month, release.checked.day],
        "accent": "#000000" if ink is Ink.MONO else _light()[Meaning.TOWARDS_LDN.value],
        "alarm": "#000000" if ink is Ink.MONO else _light()[Meaning.WARNING.value],
    }
    # One compiler per document: nothing of one visitor's words is there when the next one asks.
    compiler = typst.Compiler(root=TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True)
    pdf = compiler.compile(
        input=TEMPLATES / f"{template}.typ",
        format="pdf",
        sys_inputs={"facts": json.dumps(given)},
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(release.checked, time(), UTC),
    )
    assert isinstance(pdf, bytes)
    return pdf


def forget() -> None:
    """Make the typesetter drop what it remembers of earlier documents, and with it what a visitor typed."""
    compiler = typst.Compiler(root=TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True)
    for _ in range(REMEMBERED + 1):
        compiler.compile(input=b" ", format="pdf")


def on_paper(svg: Markup | str, ink: Ink) -> str:
    """A mark of the screen as a picture file: the light theme's colours, or black alone."""
    coloured = _COLOUR.sub(lambda found: _printed(found[1], ink), str(svg))
    return coloured.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)


def _printed(variable: str | None, ink: Ink) -> str:
    if variable == "--st-background-color":
        return "#ffffff"
    if ink is Ink.MONO or variable in (None, Meaning.TEXT.value):
        return "#000000"
    return _light()[str(variable)]


def _light() -> dict[str, str]:
    return themes()[0]


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(TEMPLATES / "fonts")])
