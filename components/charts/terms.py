"""A term opens its meaning where it stands: a button in the sentence and, for all its buttons, one popover.

The browser does the rest (touch, keyboard, Escape, focus, screen readers), also where there is no JavaScript.
"""

import re
from dataclasses import dataclass, field

import htpy as h
from markupsafe import Markup

from content.text import Words

# Explained in running text only: not inside links, buttons, headings, drawings and cells of tables.
CLOSED_TO = frozenset(
    ("a", "button", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "svg", "style", "script", "select", "option",
     "label", "th", "caption", "figcaption", "dt", "title", "pre", "code")
)  # fmt: skip
OPEN_TO = frozenset(["p", "li", "dd"])
# Each of these is read on its own, so a term is explained once in each.
CARDS = frozenset(["section", "article", "details"])
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
TOKEN = re.compile(r"<(?P<end>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<rest>[^>]*)>|<![^>]*>|[^<]+", re.DOTALL)
PART = re.compile(r"\sdata-part=")
UNSEEN = re.compile(r"""\sclass="[^"]*\b(?:vh|badge)\b""")


def with_meanings(markup: str, words: Words, place: str) -> str:
    """The markup with glossary terms made to open their meaning, each once per card; `place` keeps ids apart."""
    forms = _forms(words)
    if not forms:
        return markup
    reader = _Reader(forms, place)
    body = "".join(reader.read(token) for token in TOKEN.finditer(markup))
    meanings = "".join(str(_meaning(term, words, place)) for term in reader.used)
    # Inside a picture's own frame, which is the last to close.
    before, frame, after = body.rpartition("</div>")
    return f"{body}{meanings}" if after or not frame else f"{before}{meanings}{frame}"


@dataclass(frozen=True)
class _Open:
    """An element the reader is inside of."""

    tag: str
    closed: bool
    running: bool
    card: bool


@dataclass
class _Reader:
    """Goes through markup once, knowing where it stands."""

    forms: dict[str, str]
    place: str
    inside: list[_Open] = field(default_factory=list)
    told: list[set[str]] = field(default_factory=lambda: [set()])
    used: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        longest_first = sorted(self.forms, key=len, reverse=True)
        self.pattern = re.compile(
            rf"(?<![\w-])(?P<term>{'|'.join(map(re.escape, longest_first))})(?![\w-])(?P<mark>[.,;:!?)]*)",
            re.IGNORECASE,
        )

    def read(self, token: re.Match[str]) -> str:
        """The token as it is to stand in the page."""
        tag, rest = (token["tag"] or "").lower(), token["rest"] or ""
        if not tag:
            running = any(element.running for element in self.inside)
            closed = any(element.closed for element in self.inside)
            return (
                self.pattern.sub(self._explain, token.group())
                if self.forms and running and not closed
                else token.group()
            )
        if token["end"]:
            self._leave(tag)
        elif tag not in VOID and not rest.endswith("/"):
            card = tag in CARDS or PART.search(rest) is not None
            closed = tag in CLOSED_TO or UNSEEN.search(rest) is not None
            self.inside.append(_Open(tag, closed, tag in OPEN_TO, card))
            if card:
                self.told.append(set())
        return token.group()

    def _leave(self, tag: str) -> None:
        while self.inside:
            left = self.inside.pop()
            if left.card:
                self.told.pop()
            if left.tag == tag:
                return

    def _explain(self, found: re.Match[str]) -> str:
        term = self.forms[found["term"].lower()]
        if term in self.told[-1]:
            return found.group()
        self.told[-1].add(term)
        self.used[term] = None
        # A piece of finished markup without tags: it must not be escaped a second time.
        opens = h.button(".term", type="button", popovertarget=f"{self.place}-{term}")[Markup(found["term"])]
        # A button is a box of its own, after which a line may end: a full stop must not start the next one.
        return str(h.span(".held")[opens, found["mark"]] if found["mark"] else opens)


def _meaning(term: str, words: Words, place: str) -> h.Element:
    return h.span(".meaning", id=f"{place}-{term}", popover="auto", role="note")[
        h.b[words(f"glossary.{term}.term")], ": ", words(f"glossary.{term}.plain")
    ]


def _forms(words: Words) -> dict[str, str]:
    """Every way a term is written, in small letters -> the term's id."""
    keys = [key for key in words.below("glossary") if ".forms." in key]
    return {words(key).lower(): key.split(".")[1] for key in keys}
