"""What of a picture with choices travels to the browser: all of them while they are small, else the one it shows."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from components.charts.chart import Switch
from components.charts.terms import TOKEN, VOID

# Bytes of markup, arrangements and what is said, up to which all choices are shipped at once. Of a larger picture the
# choice it shows is shipped, and picture.js asks the server for any other.
SHIPPED_AT_ONCE = 200_000
PART = re.compile(r'\sdata-part="([^"]*)"')
SENTENCE = re.compile(r"(?<=[.!?]) ")


def shipped(markup: str, switch: Switch) -> Mapping[str, object]:
    """The picture and its choices as picture.js reads them; made once for a kept chart."""
    # A list for which the page is drawn anew is made at every run, and ships no choice.
    return _shipped(markup, switch) if switch.arrangements else {"markup": markup, "arrangements": []}


@lru_cache(maxsize=64)
def _shipped(markup: str, switch: Switch) -> Mapping[str, object]:
    everything = _packed(switch, switch.choices)
    if switch.shown not in switch.arrangements or weight(markup, everything) <= SHIPPED_AT_ONCE:
        return {"markup": markup, **everything}
    shown = frozenset(switch.arrangements[switch.shown])
    return {"markup": only_parts(markup, shown), **_packed(switch, (switch.shown,))}


def weight(markup: str, lists: dict[str, object]) -> int:
    """How many bytes a picture and its lists are, before the line compresses them."""
    return len(markup.encode()) + len(json.dumps(lists, ensure_ascii=False, separators=(",", ":")).encode())


def _packed(switch: Switch, choices: Sequence[str]) -> dict[str, object]:
    """For every choice of the switch in turn its parts, and the numbers of the sentences said of it.

    Choices share most of their sentences, so that each is sent once; None stands for a choice that is not shipped.
    """
    sentences: dict[str, int] = {}
    said: list[list[int] | None] = []
    parts: list[str | None] = []
    for choice in switch.choices:
        here = choice in choices
        parts.append(" ".join(switch.arrangements[choice]) if here and choice in switch.arrangements else None)
        told = SENTENCE.split(switch.said[choice]) if here and choice in switch.said else []
        said.append([sentences.setdefault(sentence, len(sentences)) for sentence in told])
    return {"arrangements": parts, "said": said, "sentences": list(sentences)}


@lru_cache(maxsize=16)
def only_parts(markup: str, parts: frozenset[str]) -> str:
    """The markup without every part that is not among `parts`."""
    left: list[str] = []
    depth = 0
    for token in TOKEN.finditer(markup):
        tag, rest = token["tag"], token["rest"] or ""
        opens = bool(tag) and not token["end"] and tag.lower() not in VOID and not rest.endswith("/")
        if depth:
            depth += 1 if opens else -1 if tag and token["end"] else 0
            continue
        part = PART.search(rest) if tag and not token["end"] else None
        if part is None or part[1] in parts:
            left.append(token.group())
        elif opens:
            depth = 1
    return "".join(left)
