"""What people hear about LDN: each claim with its verdict by shape and word, why, and what it rests on."""

from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.figures import with_figures
from components.charts.look import Meaning, drawn, picture
from components.charts.references import reference
from content.text import Words
from data.dataset import Dataset
from data.models.practice import Claim, Verdict

_SHAPES = {
    Verdict.SUPPORTED: ("M3 10.5 L8 15.5 L17 5", Meaning.TOWARDS_LDN),
    Verdict.PARTLY_SUPPORTED: ("M3 13 C7 5 13 17 17 8", Meaning.TOWARDS_LDN),
    Verdict.OVERSIMPLIFIED: ("M4 6 H16 M4 10 H12 M4 14 H8", Meaning.MIXED),
    Verdict.UNPROVEN: ("M6.5 7 A3.5 3.5 0 1 1 10 10.5 V12.5 M10 15.6 V16.6", Meaning.UNCONTROLLED),
    Verdict.CONTRADICTED: ("M4.5 4.5 L15.5 15.5 M15.5 4.5 L4.5 15.5", Meaning.WARNING),
}


def verdict_mark(verdict: Verdict) -> h.Element:
    """The shape of a verdict, hidden from screen readers because its word always stands beside it."""
    line, meaning = _SHAPES[verdict]
    stroke = h.path(d=line, fill="none", stroke=meaning.css, stroke_width="2.6", stroke_linecap="round")
    return h.svg(".mark", viewBox="0 0 20 20", width="22", height="22", aria_hidden="true", focusable="false")[stroke]


def claim_list(claims: Sequence[Claim], dataset: Dataset, words: Words) -> Chart:
    """One card per claim, in the order given."""
    marks = {verdict: drawn(verdict_mark(verdict)) for verdict in Verdict}
    cards = [
        h.li(id=claim.id, data_verdict=claim.verdict)[
            h.h2[_said(claim, "claim", words)],
            h.p(".way")[marks[claim.verdict], h.span[words(f"verdicts.{claim.verdict}")]],
            h.p[_said(claim, "why", words)],
            h.p[h.b[_said(claim, "say", words)]],
            _rests_on(claim, dataset, words),
        ]
        for claim in claims
    ]
    counts = [sum(claim.verdict is verdict for claim in claims) for verdict in Verdict]
    told = ", ".join(f"{words(f'verdicts.{v}')}: {n}" for v, n in zip(Verdict, counts, strict=True) if n)
    return Chart(
        key="claims",
        markup=picture(h.ul(".studies.claims")[cards]),
        alt=f"{words('claims_page.title')}. {told}.",
        table=Table(
            (words("claims_page.claim"), words("claims_page.verdict"), words("claims_page.why")),
            tuple(
                (_said(c, "claim", words), words(f"verdicts.{c.verdict}"), _said(c, "why", words)) for c in claims
            ),
        ),
        source_note=words("claims_page.source", version=dataset.release.version),
        choices=tuple(
            dict.fromkeys(name for claim in claims for name in claim.rests_on if name in dataset.study_by_id)
        ),
    )  # fmt: skip


def _said(claim: Claim, part: str, words: Words) -> str:
    return with_figures(words, f"claims.{claim.id}.{part}", claim.figures)


def _rests_on(claim: Claim, dataset: Dataset, words: Words) -> h.Element | None:
    if not claim.rests_on:
        return None
    links = [[", " if place else "", reference(name, dataset, words)] for place, name in enumerate(claim.rests_on)]
    return h.p(".quiet")[words("claims_page.rests_on"), ": ", links]
