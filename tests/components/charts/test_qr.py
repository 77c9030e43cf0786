"""The QR code carries the public address of the light page and nothing else."""

import pytest
from streamlit.testing.v1 import AppTest

from components.charts.qr import qr_code
from components.ui.public import VARIABLE
from content.text import Words
from tests.components.charts.markup import only, parse, text_of, with_class
from tests.views.visit import visit


def test_the_code_is_black_on_white_and_says_its_address(words: Words) -> None:
    chart = qr_code("https://ldn.example.org/l/en/condition/lupus", words)
    root = parse(chart.markup)
    art = only(with_class(root, "qr"))
    colours = {shape.get("fill") or shape.get("stroke") for shape in art.iter() if shape.tag.endswith("path")}
    assert colours == {"#fff", "#000"}
    assert "https://ldn.example.org/l/en/condition/lupus" in text_of(root)


def test_different_addresses_give_different_codes(words: Words) -> None:
    one, other = (qr_code(f"https://ldn.example.org/l/en/condition/{name}", words) for name in ("lupus", "autism"))
    assert one.markup != other.markup


def labels(at: AppTest) -> list[str]:
    return [expander.label for expander in at.expander]


def test_without_a_public_address_there_is_no_code_to_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert "Open this page on your phone" not in labels(visit("safety"))
    monkeypatch.setenv(VARIABLE, "https://ldn.example.org")
    assert "Open this page on your phone" in labels(visit("safety"))
