"""The few icons that can ever be on screen, cut out of the icon font that Streamlit ships: `make icons`.

The whole font holds over 4,000 icons and is the largest file of a first visit (375 kB). Which icons can appear is
known: those named in Streamlit's own scripts and those named in ours. `server/assets.py` points the style sheet at
the font written here.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
PACKAGE = Path(streamlit.__file__).parent
ICONS = ROOT / "static" / "fonts" / "material-symbols-rounded-used.woff2"
NAME = re.compile(r":material/([a-z0-9_]+):")
OURS = ("app.py", "components/**/*.py", "views/**/*.py", "content/*/*.yaml")


def icon_names() -> frozenset[str]:
    """Every icon named in Streamlit's scripts, its Python files and ours."""
    scripts = (PACKAGE / "static" / "static" / "js").glob("*.js")
    ours = (path for pattern in OURS for path in ROOT.glob(pattern))
    files = [*scripts, *PACKAGE.rglob("*.py"), *ours]
    return frozenset(name for path in files for name in NAME.findall(path.read_text(encoding="utf-8")))


def drawn_icons(font: TTFont) -> dict[str, str]:
    """Icon name -> its glyph, for every name the font draws as one icon."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    return {
        "".join(letters[glyph] for glyph in spelled): icon
        for spelled, icon in _ligatures(font)
        if all(glyph in letters for glyph in spelled)
    }


def _ligatures(font: TTFont) -> Iterator[tuple[list[str], str]]:
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType == 4:
                for first, rest in table.ligatures.items():
                    yield from (([first, *ligature.Component], ligature.LigGlyph) for ligature in rest)


def main() -> None:
    """Write the font with the icons in use."""
    (source,) = (PACKAGE / "static" / "static" / "media").glob("MaterialSymbols-Rounded.*.woff2")
    font = TTFont(source)
    drawn = drawn_icons(font)
    wanted = icon_names() & drawn.keys()
    options = subset.Options(layout_closure=False, flavor="woff2", glyph_names=False, name_IDs=[0, 1, 2, 5])
    cutter = subset.Subsetter(options)
    cutter.populate(
        glyphs=[drawn[name] for name in sorted(wanted)], unicodes=[ord(letter) for name in wanted for letter in name]
    )
    cutter.subset(font)
    subset.save_font(font, ICONS, options)
    print(f"{ICONS.relative_to(ROOT)}: {len(wanted)} icons, {ICONS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
