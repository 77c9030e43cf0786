"""The style sheet of pictures: the theme's colours only, nothing loaded, every hatch and strike where it is meant."""

import re

from components.charts.look import STYLE_SHEET
from tests.components.charts.contrast import theme
from tests.components.charts.markup import style_of

TEXT = re.sub(r"/\*.*?\*/", "", STYLE_SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)
DECLARATIONS = re.findall(r"([\w-]+)\s*:\s*([^;{}]+);", TEXT)
NAMED = re.compile(
    r"(?<![\w-])(black|white|red|green|blue|gray|grey|orange|yellow|purple|violet|pink|brown|navy|teal|silver|gold"
    r"|lime|maroon|olive|aqua|cyan|magenta|beige|ivory|tan|crimson|coral|indigo|salmon)(?![\w-])"
)


def test_the_style_sheet_could_be_read() -> None:
    assert len(DECLARATIONS) > 200


def test_no_colour_is_written_as_a_literal() -> None:
    for name, value in DECLARATIONS:
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b", value), f"{name}: {value}"
        assert not re.search(r"\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(", value), f"{name}: {value}"
        assert not NAMED.search(value), f"{name}: {value}"


def test_a_literal_colour_would_be_noticed() -> None:
    assert NAMED.search("1px solid red")
    assert not NAMED.search("var(--st-red-color)")


def test_nothing_is_loaded_from_anywhere() -> None:
    assert "url(" not in TEXT
    assert "@import" not in TEXT
    assert "http" not in TEXT


def test_every_theme_colour_used_is_set_in_both_themes() -> None:
    used = set(re.findall(r"var\((--st-[\w-]+-color)\)", TEXT))
    assert len(used) >= 5
    assert used <= set(theme("light"))
    assert used <= set(theme("dark"))


def test_hidden_words_stay_readable_for_screen_readers() -> None:
    [block] = re.findall(r"\.pic \.vh\s*\{([^}]*)\}", TEXT)
    assert "display" not in block
    assert "visibility" not in block


def test_what_is_repeated_or_drawn_for_the_eye_is_not_read_aloud() -> None:
    shown = re.findall(r"(?<![\w-])content:\s*([^;]+);", TEXT)
    spoken = {value for value in shown if value != '""' and not value.endswith('/ ""')}
    # Each is followed by the same with an empty text beside it, for browsers that know that.
    assert spoken
    assert all(f'{value} / ""' in shown for value in spoken)


def test_focus_is_visible() -> None:
    [block] = re.findall(r"\.pic a:focus-visible\s*\{([^}]*)\}", TEXT)
    assert re.search(r"outline:\s*[2-9]px solid", block)


def test_links_keep_their_underline_except_on_whole_cards_and_filters() -> None:
    undone = re.findall(r"([^{}]+)\{[^}]*text-decoration:\s*none", TEXT)
    assert [selector.strip() for selector in undone] == [".mx .judged", ".story a", ".pic .chips a"]
    assert "underline" in style_of(".mx .judged .way span")["text-decoration"]
