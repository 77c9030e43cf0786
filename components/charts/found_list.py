"""What a search found: grouped by kind, each with one plain line, and what the search read a word as."""

from collections.abc import Callable

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import picture
from components.charts.lookup_entries import PLACES
from content.numbers import write_list, write_number
from content.text import Words
from data.lookup import Entry, Found


def found_list(found: Found, line: Callable[[Entry], str], words: Words) -> Chart:
    """The groups in the order of `Kind`. A visitor's own words appear in it only as plain text."""
    entries = [entry for group in found.entries.values() for entry in group]
    count = words("search.count", n=write_number(len(entries), words.language)) if entries else words("search.nothing")
    read = [words("search.read_as", typed=typed, meant=meant) for typed, meant in found.corrected.items()]
    groups = [
        h.section(aria_label=words(f"search.kind_{kind}"))[
            h.h2[words(f"search.kind_{kind}")],
            h.ul(".studies.found")[(_found(entry, line(entry)) for entry in group)],
        ]
        for kind, group in found.entries.items()
    ]
    told_of = " ".join([*read, count])
    told = write_list([words(f"search.kind_{kind}") for kind in found.entries], words.language)
    return Chart(
        key="found",
        markup=picture(h.p[told_of], groups),
        alt=f"{count} {told}".strip(),
        table=Table(
            (words("search.name"), words("search.line")), tuple((entry.name, line(entry)) for entry in entries)
        ),
        source_note=words("search.source"),
        choices=tuple(map(_choice, entries)),
        spoken=told_of,
        answers=True,
    )


def _found(entry: Entry, line: str) -> h.Element:
    return h.li[h.a(href=_address(entry), data_choice=_choice(entry))[entry.name], h.p[line]]


def _choice(entry: Entry) -> str:
    return f"{entry.kind}.{entry.id}"


def _address(entry: Entry) -> str:
    page, name = PLACES[entry.kind]
    return f"{page}?{name}={entry.id}" if name else page
