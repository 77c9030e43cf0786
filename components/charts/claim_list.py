"""What people hear about LDN: each claim with its verdict by shape and word, why, and what it rests on."""

from collections.abc import Sequence
from functools import cache

import htpy as h
from markupsafe import Markup

from components.charts.chart import Chart, Table
from components.charts.claim_words import said
from components.charts.look import Meaning, certainty_bars, drawn, picture, spoken_name, state_mark
from components.charts.phrases import how_much, how_sure, which_way
from components.charts.references import reference
from content.text import Words
from data.dataset import Dataset
from data.labels import label_of
from data.models.practice import Claim, Verdict

_SHAPES = {
    Verdict.SUPPORTED: ("M3 10.5 L8 15.5 L17 5", Meaning.TOWARDS_LDN),
    Verdict.PARTLY_SUPPORTED: ("M3 13 C7 5 13 17 17 8", Meaning.TOWARDS_LDN),
    Verdict.OVERSIMPLIFIED: ("M4 6 H16 M4 10 H12 M4 14 H8", Meaning.MIXED),
    Verdict.UNPROVEN: ("M6.5 7 A3.5 3.5 0 1 1 10 10.5 V12.5 M10 15.6 V16.6", Meaning.UNCONTROLLED),
    Verdict.CONTRADICTED: ("M4.5 4.5 L15.5 15.5 M15.5 4.5 L4.5 15.5", Meaning.WARNING),
}
# What a tapped link inside a card leads to, besides the studies, whose ids stand alone.
CONDITION, CLAIM = "condition/", "claim/"


@cache
def verdict_mark(verdict: Verdict) -> Markup:
    """The shape of a verdict, hidden from screen readers because its word always stands beside it."""
    line, meaning = _SHAPES[verdict]
    # The colour says on which side the verdict is; black on paper, where shape and word remain.
    stroke = h.path(d=line, fill="none", stroke=meaning.css, stroke_width="2.6", stroke_linecap="round")
    return drawn(
        h.svg(".mark", viewBox="0 0 20 20", width="22", height="22", aria_hidden="true", focusable="false")[stroke]
    )


def claim_card(claim: Claim, dataset: Dataset, words: Words, *, part: str | None = None) -> h.Element:
    """One card: the claim, how it stands and what to make of it; the rest is one tap away, or open without `part`.

    With `part` the card takes part in the switching of a picture and is folded.
    """
    return h.li(id=claim.id, data_verdict=claim.verdict, data_part=part)[
        h.h3[said(claim, "claim", words)],
        verdict_line(claim, words),
        h.p(".say")[said(claim, "say", words)],
        # On a phone the reasons wait behind the tap; a wide screen has room for them.
        h.p(".wide")[said(claim, "why", words)] if part else None,
        h.details({} if part else {"open": "open"})[
            h.summary[words("claims_page.more"), spoken_name(said(claim, "claim", words))],
            h.p(".narrow" if part else "")[said(claim, "why", words)],
            h.p[more] if (more := said(claim, "more", words)) else None,
            _titled("differs", said(claim, "differs", words), words),
            _titled("changes", said(claim, "changes", words), words),
            _labels(claim, dataset, words),
            _rests_on(claim, dataset, words),
            h.p[h.a(href=f"claims?claim={claim.id}", data_choice=CLAIM + claim.id)[words("claims_page.own_address")]],
        ],
    ]


def verdict_line(claim: Claim, words: Words) -> h.Element:
    """How a claim stands: shape and word."""
    return h.p(".way")[verdict_mark(claim.verdict), h.span[words(f"verdicts.{claim.verdict}")]]


def claim_list(
    key: str, claims: Sequence[Claim], dataset: Dataset, words: Words, *, markup: str | None = None
) -> Chart:
    """One open card per claim in the order given, unless `markup` draws them otherwise."""
    counts = [sum(claim.verdict is verdict for claim in claims) for verdict in Verdict]
    told = ", ".join(f"{words(f'verdicts.{v}')}: {n}" for v, n in zip(Verdict, counts, strict=True) if n)
    cards = (claim_card(claim, dataset, words) for claim in claims)
    return Chart(
        key=key,
        markup=picture(h.ul(".studies.claims")[cards]) if markup is None else markup,
        alt=f"{words('claims_page.title')}. {told}.",
        table=Table(
            tuple(words(f"claims_page.{part}") for part in ("claim", "verdict", "why", "differs", "changes")),
            tuple(_row(claim, words) for claim in claims),
        ),
        source_note=words("claims_page.source", version=dataset.release.version),
        choices=tuple(dict.fromkeys(choice for claim in claims for choice in _leads_to(claim, dataset))),
    )


def _row(claim: Claim, words: Words) -> tuple[str, ...]:
    texts = {part: said(claim, part, words) for part in ("claim", "why", "differs", "changes")}
    return texts["claim"], words(f"verdicts.{claim.verdict}"), texts["why"], texts["differs"], texts["changes"]


def _leads_to(claim: Claim, dataset: Dataset) -> list[str]:
    studies = [name for name in claim.rests_on if name in dataset.study_by_id]
    return [*studies, *(CONDITION + name for name in claim.conditions), CLAIM + claim.id]


def _titled(part: str, text: str, words: Words) -> h.Node:
    return [h.h4[words(f"claims_page.{part}")], h.p[text]]


def _labels(claim: Claim, dataset: Dataset, words: Words) -> h.Node:
    """The three answers for each condition the claim names, always together."""
    if not claim.conditions:
        return None
    rows = []
    for name in claim.conditions:
        label = label_of(dataset, name)
        rows.append(
            h.li[
                h.a(href=f"condition?condition={name}", data_choice=CONDITION + name)[words(f"conditions.{name}.name")],
                h.span(".tri")[state_mark(label.state, 16), h.span[which_way(label, words)]],
                h.span(".tri")[certainty_bars(label.certainty), h.span[how_sure(label, words)]],
                h.span(".tri")[how_much(label, words)],
            ]
        )
    return [h.h4[words("claims_page.labels")], h.ul(".named")[rows]]


def _rests_on(claim: Claim, dataset: Dataset, words: Words) -> h.Node:
    if not claim.rests_on:
        return None
    links = [h.li[reference(name, dataset, words)] for name in claim.rests_on]
    return [h.h4[words("claims_page.rests_on")], h.ul(".sources")[links]]


def claim_links(claims: Sequence[Claim], dataset: Dataset, words: Words) -> Chart:
    """The claims as links to their cards, each with its verdict by shape and word."""
    rows = tuple((said(claim, "claim", words), words(f"verdicts.{claim.verdict}")) for claim in claims)
    items = (
        h.li[h.p(".head")[h.a(href=f"claims?claim={claim.id}", data_choice=claim.id)[told]], verdict_line(claim, words)]
        for claim, (told, _) in zip(claims, rows, strict=True)
    )
    return Chart(
        key="heard",
        markup=picture(h.ul(".studies.claims")[items]),
        alt=f"{words('claims_page.about_condition')}: {'; '.join(f'{told} ({verdict})' for told, verdict in rows)}",
        table=Table((words("claims_page.claim"), words("claims_page.verdict")), rows),
        source_note=words("claims_page.source", version=dataset.release.version),
        choices=tuple(claim.id for claim in claims),
    )
