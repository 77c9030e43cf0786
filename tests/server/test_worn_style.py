"""A light page carries the rules it can meet and no others."""

import pytest

from server.light_document import full_style
from server.light_pages import light_page
from server.worn_style import worn_style

PAGE = '<p class="a b">x</p><ul class="list"><li>y</li></ul>'


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("p{color:red}", "p{color:red}"),
        (".a{color:red}.c{color:blue}", ".a{color:red}"),
        (".a .c{x:y}.a.b{x:y}.a .list li{x:y}", ".a.b{x:y}.a .list li{x:y}"),
        (".a,.c{x:y}", ".a{x:y}"),
        (".a:not(.c){x:y}.c:not(.a){x:y}", ".a:not(.c){x:y}"),
        ("/* why */.a{x:y;/* and this */z:w}", ".a{x:y;z:w}"),
        ("@media print{.c{x:y}.a{x:y}}@media print{.c{x:y}}", "@media print{.a{x:y}}"),
        ("@container (width<9rem){.c{x:y}.a{x:y}}", "@container (width<9rem){.a{x:y}}"),
        ("@keyframes turn{to{rotate:1turn}}", "@keyframes turn{to{rotate:1turn}}"),
        ('.a::before{content:"}.c{"}', '.a::before{content:"}.c{"}'),
        ("[hidden]{x:y}a[href^='/x.c']{x:y}", '[hidden]{x:y}a[href^="/x.c"]{x:y}'),
    ],
)
def test_a_rule_stays_when_all_its_classes_occur(sheet: str, kept: str) -> None:
    assert worn_style(sheet, PAGE) == kept


@pytest.mark.parametrize("broken", [".a{x:y}\n.b", "}"])
def test_a_broken_style_sheet_is_told_with_its_line(broken: str) -> None:
    with pytest.raises(ValueError, match=r"style sheet, line \d"):
        worn_style(broken, PAGE)


def test_a_page_wears_a_part_of_the_style_sheet_and_loads_nothing_but_its_icon() -> None:
    page = light_page("condition", "en", "fibromyalgia")
    style = page.split("<style>")[1].split("</style>")[0]
    assert 4_000 < len(style) < len(full_style()) / 2
    assert "@font-face" not in page
    assert page.count("<link") == page.count('rel="alternate"') + 2, "the canonical address and the icon"
    assert "<img" not in page and "<script" not in page
