"""Whatever a visitor types comes out as plain words, or as a kind limit."""

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from components.prints.paper import TEMPLATES
from components.prints.visitor_text import BREAK, LONGEST, WIDEST, Written, breakable, letters, written

ATTACKS = (
    '#import "@preview/x:1.0.0"', '#read("/etc/passwd")', "#panic()", "*bold* _x_ $x^2$ `raw` <label> @ref", "\\u{41}",
    "<script>alert(1)</script>", "// gone", "/* gone */", "= Heading", "- list", "https://example.org/x", "{{7*7}}",
)  # fmt: skip


@pytest.mark.parametrize("typed", ATTACKS)
def test_markup_stays_as_it_was_typed(typed: str) -> None:
    line = written(typed)
    assert line.text == typed
    assert not (line.by_hand or line.shortened or line.left_out)


def test_ten_thousand_signs_are_cut_at_a_word_and_said_to_be() -> None:
    line = written("pain at night " * 800)
    assert len(line.text) <= LONGEST
    assert line.text.endswith(("pain…", "at…", "night…"))
    assert line.shortened


def test_a_short_question_is_not_called_shortened() -> None:
    assert not written("What about my sleep?").shortened


def test_wide_letters_are_cut_earlier_than_narrow_ones() -> None:
    assert len(written("i" * LONGEST).text) == LONGEST
    assert len(written("W" * LONGEST).text) < LONGEST * 0.7


@pytest.mark.parametrize("typed", ["هل هذا آمن؟", "האם זה בטוח?", "это опасно?", "安全吗", "Is हिन्दी ok?", "x\u0331y"])
def test_an_alphabet_we_cannot_print_gets_an_empty_line_and_never_half_a_sentence(typed: str) -> None:
    assert written(typed) == Written("", by_hand=True)


def test_emoji_are_left_out_and_said_to_be() -> None:
    line = written("Can I sleep 😴 well ❤️?")
    assert line.text == "Can I sleep well ?"
    assert line.left_out


def test_unseen_signs_are_dropped_without_a_word() -> None:
    line = written("a\u202eb\u0000c\u200bd\u2066e\ufeff")
    assert line.text == "abcde"
    assert not line.left_out


def test_lines_and_tabs_become_spaces() -> None:
    assert written("  one\n\ntwo\tthree  ").text == "one two three"


def test_letters_with_marks_are_kept_however_they_were_typed() -> None:
    assert written("Sjo\u0308gren, Łódź, ĳs").text == "Sjögren, Łódź, ĳs"


def test_a_ligature_is_written_out() -> None:
    assert written("ﬁne ﬂow").text == "fine flow"


@given(st.text(max_size=400))
def test_anything_typed_is_short_plain_and_printable(typed: str) -> None:
    line = written(typed)
    assert len(line.text) <= LONGEST
    assert sum(letters()[sign] for sign in line.text) <= WIDEST + letters()["…"]
    assert set(line.text) <= {*letters()}
    assert line.text == line.text.strip()
    assert not (line.by_hand and line.text)


@given(st.text(alphabet="Wi .", max_size=200))
def test_breaks_change_no_word(typed: str) -> None:
    assert breakable(typed).replace(BREAK, "") == typed


def test_letters_are_those_of_the_fonts() -> None:
    fonts = [TTFont(file) for file in sorted((TEMPLATES / "fonts").glob("*.ttf"))]
    assert len(fonts) == 2
    shared = set.intersection(*({*font.getBestCmap()} for font in fonts))
    assert {*map(ord, letters())} == shared
    for font in fonts:
        assert all(font["hmtx"][glyph][0] <= letters()[chr(sign)] for sign, glyph in font.getBestCmap().items())
