"""What a visitor typed, made fit for paper: plain words, a kind limit, never half a sentence."""

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LONGEST = 160
# Two lines of a page, in thousandths of the letters' size, with room for ragged ends.
WIDEST = 76_000
# Wider words get unseen places to break.
WIDEST_WORD = 12_000
WIDEST_PIECE = 6_000
# Far more than is ever printed, so that a pasted book costs nothing.
READ_AT_MOST = 2000
BREAK = "\N{ZERO WIDTH SPACE}"
_CUT = "…"


@dataclass(frozen=True)
class Written:
    """One line for paper. `by_hand`: it uses an alphabet we cannot print, so an empty line stands for it.

    `shortened`: it was longer than fits. `left_out`: signs such as emoji were left out.
    """

    text: str
    by_hand: bool = False
    shortened: bool = False
    left_out: bool = False


def written(typed: str) -> Written:
    """What can be printed of it."""
    kept: list[str] = []
    left_out = False
    for character in unicodedata.normalize("NFC", typed[:READ_AT_MOST]):
        kind = unicodedata.category(character)
        if character.isspace():
            kept.append(" ")
        elif character in letters():
            kept.append(character)
        elif all(simpler in letters() for simpler in unicodedata.normalize("NFKC", character)):
            kept.append(unicodedata.normalize("NFKC", character))
        elif kind[0] in "LN" or (kind[0] == "M" and unicodedata.combining(character)):
            # A sentence with some of its letters missing could say something else.
            return Written("", by_hand=True)
        elif kind[0] != "C":
            left_out = True
    text = " ".join("".join(kept).split())
    fitting = _fitting(text)
    return Written(fitting, shortened=fitting != text or len(typed) > READ_AT_MOST, left_out=left_out)


def breakable(text: str) -> str:
    """The text with unseen places to break in words that are wider than a line may bear."""
    return " ".join(_pieces(word) for word in text.split(" "))


@cache
def letters() -> dict[str, int]:
    """Every sign our print font has, and its width in thousandths of the letters' size."""
    found: dict[str, int] = json.loads(Path(__file__).with_name("letters.json").read_text(encoding="utf-8"))
    return found


def _width(text: str) -> int:
    return sum(letters().get(sign, 0) for sign in text)


def _pieces(word: str) -> str:
    if _width(word) <= WIDEST_WORD:
        return word
    pieces = [""]
    for sign in word:
        if _width(pieces[-1] + sign) > WIDEST_PIECE:
            pieces.append("")
        pieces[-1] += sign
    return BREAK.join(pieces)


def _fitting(text: str) -> str:
    """The text, or as many of its words as fit."""
    if len(text) <= LONGEST and _width(text) <= WIDEST:
        return text
    head = text[: LONGEST - 1]
    while _width(head) > WIDEST:
        head = head[:-1]
    return (head.rsplit(" ", 1)[0] if " " in head[len(head) // 2 :] else head).rstrip() + _CUT
