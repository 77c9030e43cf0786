"""The lists above a picture with which a visitor switches between its choices. picture.js gives them life."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import htpy as h

from components.charts.look import picture

Option = tuple[str, str]


def chooser(
    label: str, options: Sequence[Option], *, purpose: str = "choose", where: Mapping[str, str] | None = None
) -> h.Element:
    """A labelled list of (value, text). `purpose`: "choose" takes part in the choice, "first" puts a record on top.

    `where`: value -> where the visitor finds what it names, to be said when it is not among what is shown.
    """
    places = where or {}
    items = [h.option(value=value, data_where=places.get(value))[text] for value, text in options]
    return h.label(".choose")[h.span[label], h.select({f"data-{purpose}": ""}, aria_label=label)[items]]


def folded(title: str, *choosers: h.Element) -> h.Element:
    """Lists that are used less: open where there is room, on a phone one tap away, with what is set in them told."""
    return h.details(".fold", data_fold="", open="")[
        h.summary[h.span[title], " ", h.b(data_set="")], h.div(".chooser")[choosers]
    ]


def row_of_choosers(*choosers: h.Element) -> h.Element:
    """Lists side by side."""
    return h.div(".chooser")[choosers]


@lru_cache(maxsize=512)
def one_list(label: str, options: tuple[Option, ...]) -> str:
    """A list that stands alone, for a choice the page is drawn anew for; drawn once for all visitors."""
    return picture(h.div(".chooser")[chooser(label, options)])
