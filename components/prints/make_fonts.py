"""The fonts of the screen as files the typesetter can read: `python -m components.prints.make_fonts`.

Typst reads no woff2, and the screen's fonts are split in two by alphabet. Beside the fonts stands `letters.json`, every
sign they have and how wide it is, so that nothing is sent to paper that would come out as an empty box or run over.
"""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
SCREEN = HERE.parents[1] / "static" / "fonts"
NAME = "atkinson-hyperlegible-next"
STYLES = ("400-normal", "700-normal")


def make_fonts(folder: Path) -> dict[str, int]:
    """Write one TrueType font per style and the licence to `folder`.

    The answer is every sign all of them have, with its greatest width in thousandths of the letters' size.
    """
    widths: list[dict[int, int]] = []
    for style in STYLES:
        with TemporaryDirectory() as parts:
            files = []
            for alphabet in ("latin", "latin-ext"):
                font = TTFont(SCREEN / f"{NAME}-{alphabet}-{style}.woff2", recalcTimestamp=False)
                font.flavor = None
                files.append(str(Path(parts) / f"{alphabet}.ttf"))
                font.save(files[-1])
            whole = Merger().merge(files)
            # The time of writing would make every run a different file.
            whole["head"].modified = whole["head"].created
            whole.recalcTimestamp = False
            whole.save(folder / f"{NAME}-{style}.ttf")
            widths.append({sign: whole["hmtx"][glyph][0] for sign, glyph in whole.getBestCmap().items()})
    shutil.copy(SCREEN / "OFL.txt", folder / "OFL.txt")
    shared = sorted(set[int].intersection(*map(set, widths)))
    return {chr(sign): max(width[sign] for width in widths) for sign in shared}


if __name__ == "__main__":
    found = make_fonts(HERE / "templates" / "fonts")
    (HERE / "letters.json").write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
