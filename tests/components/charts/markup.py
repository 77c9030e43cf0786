"""Reads the markup of a picture as a tree. XML on purpose: a tag that is left open is an error here."""

import re
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from components.charts.look import STYLE_SHEET

COLOUR = frozenset({"fill", "stroke", "stroke-opacity", "opacity", "width", "height", "class"})
RUNNING_TEXT = frozenset({"b", "i", "em", "strong"})
_VOID = re.compile(r"<(br|hr|img)((?:\s[^>]*)?)>")


def parse(markup: str | None) -> Element:
    """The picture's outermost element."""
    assert markup is not None
    plain = markup.encode().decode()  # a `Markup` string would escape what we put into it
    return ElementTree.fromstring(_VOID.sub(r"<\1\2/>", plain))


def text_of(element: Element) -> str:
    """All words in an element, in reading order, with single spaces."""
    return one_spaced(_text(element))


def one_spaced(text: str) -> str:
    """The text with single plain spaces, the ones that may not break included."""
    return " ".join(text.split())


def _text(element: Element) -> str:
    gap = "" if element.tag in RUNNING_TEXT or element.get("class") == "term" else " "
    inner = (element.text or "") + "".join(_text(child) + (child.tail or "") for child in element)
    return f"{gap}{inner}{gap}"


def with_class(element: Element, name: str) -> list[Element]:
    """Elements below that carry the class."""
    return [child for child in element.iter() if name in child.get("class", "").split()]


def with_attribute(element: Element, name: str) -> list[Element]:
    """Elements below that carry the attribute."""
    return [child for child in element.iter() if name in child.attrib]


def only(elements: list[Element]) -> Element:
    """The one element there must be."""
    assert len(elements) == 1, f"expected one element, got {len(elements)}"
    return elements[0]


def outline(mark: Element) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """What a mark looks like to somebody who sees no colours: its shapes, without fill, stroke and size."""
    return tuple(
        (shape.tag, tuple(sorted((k, v) for k, v in shape.attrib.items() if k not in COLOUR))) for shape in mark
    )


def dots_in(element: Element, kind: str) -> int:
    """How many dots of a kind ("on" or "off") a block shows: one every twelve units of each line."""
    lines = [path.attrib["d"] for path in element.iter("path") if path.get("class") == kind]
    return sum((int(length) - 1) // 12 + 1 for line in lines for length in re.findall(r"h(\d+)", line))


def percent(element: Element, name: str) -> float:
    """A percentage in an element's style, such as `left`."""
    found = re.search(rf"(?:^|;)\s*{name}:\s*(-?[\d.]+)%", element.get("style", ""))
    assert found is not None, f"no {name} in {element.get('style')!r}"
    return float(found[1])


def style_of(selector: str, sheet: Path = STYLE_SHEET) -> dict[str, str]:
    """The declarations the style sheet has for exactly this selector, outside of any @ rule."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    plain = re.sub(r"@container[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", text)
    found: dict[str, str] = {}
    for block in re.finditer(r"([^{}]+)\{([^{}]*)\}", plain):
        if selector in [part.strip() for part in block[1].split(",")]:
            for line in block[2].split(";"):
                name, _, value = line.partition(":")
                if value:
                    found[name.strip()] = value.strip()
    assert found, f"the style sheet says nothing about {selector}"
    return found
