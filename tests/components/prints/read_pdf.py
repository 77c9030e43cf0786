"""Reads a PDF the way a reader, a screen reader and a camera would."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp

from components.prints.visitor_text import BREAK

SHARP = 3


@dataclass(frozen=True)
class Tag:
    """One element of the structure tree: its kind, its alternative text, the kinds above it."""

    kind: str
    alt: str
    above: tuple[str, ...]


def pages_of(pdf: bytes) -> int:
    """How many pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def text_of(pdf: bytes) -> str:
    """The words in the order they are stored, one space between them, without unseen breaks."""
    with pypdfium2.PdfDocument(pdf) as document:
        read = " ".join(page.get_textpage().get_text_bounded() for page in document)
    # The reader puts this sign for a hyphen at the end of a line.
    return " ".join(re.sub("[\x02\ufffe]\\s*", "-", read.replace(BREAK, "")).split())


def smallest_letter(pdf: bytes) -> float:
    """The smallest font size on any page, in points."""
    sizes = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            words = page.get_textpage()
            for index in range(words.count_chars()):
                # Spaces and line ends that the reader adds have no size.
                if not pypdfium2.raw.FPDFText_IsGenerated(words.raw, index):
                    sizes.append(float(pypdfium2.raw.FPDFText_GetFontSize(words.raw, index)))
    return min(sizes)


def size_of(pdf: bytes) -> tuple[int, int]:
    """Width and height of the first page in millimetres."""
    with pypdfium2.PdfDocument(pdf) as document:
        width, height = document[0].get_size()
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


def codes_in(pdf: bytes) -> list[str]:
    """What a camera reads from the QR codes on the first page."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = document[0].render(scale=SHARP).to_numpy()
    return [code.text for code in zxingcpp.read_barcodes(drawn)]


def is_grey(pdf: bytes) -> bool:
    """Whether no point on any page has a colour."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            drawn = page.render(scale=1).to_numpy()
            if (drawn.max(axis=2) != drawn.min(axis=2)).any():
                return False
    return True


def tags_of(pdf: bytes) -> list[Tag]:
    """Every element of the structure tree, in reading order."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [*_below(document.Root.StructTreeRoot, ())]


def catalogue_of(pdf: bytes) -> dict[str, Any]:
    """What the file says about itself: language, title, whether it is tagged and shows its title."""
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root
        with document.open_metadata() as metadata:
            conforms = metadata.get("pdfuaid:part")
        return {
            "language": str(root.Lang),
            "title": str(document.docinfo["/Title"]),
            "tagged": bool(root.MarkInfo.Marked),
            "shows title": bool(root.ViewerPreferences.DisplayDocTitle),
            "pdf/ua": conforms,
        }


def _below(element: Any, above: tuple[str, ...]) -> Iterator[Tag]:
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            kind = str(child.S).removeprefix("/")
            yield Tag(kind, str(child.get("/Alt", "")), above)
            yield from _below(child, (*above, kind))
