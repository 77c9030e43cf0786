"""The claims nearest to what a visitor pasted. Drawn for this visitor alone: never kept, never part of an address."""

from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.claim_list import CLAIM, verdict_line
from components.charts.claim_words import said, sentence_index
from components.charts.look import picture
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.nearest_claims import nearest_claims

MOST_SENTENCES = 12


def claim_matches(sentences: Sequence[str], dataset: Dataset, words: Words) -> Chart:
    """For each sentence the nearest claims with how they stand, or that nothing is close."""
    claims = {claim.id: claim for claim in dataset.claims}
    index = sentence_index(dataset, words.language)
    parts: list[h.Node] = [h.h2(".vh")[words("claim_check.nearest")]]
    rows: list[tuple[str, str]] = []
    shown: dict[str, None] = {}
    for sentence in sentences[:MOST_SENTENCES]:
        found = [claims[near.claim] for near in nearest_claims(sentence, index)]
        parts.append(h.p(".asked")[h.span(".over")[words("claim_check.asked")], h.q[sentence]])
        if not found:
            parts.append(h.p(".empty")[words("claim_check.nothing")])
            rows.append((sentence, words("claim_check.nothing")))
            continue
        shown |= dict.fromkeys(CLAIM + claim.id for claim in found)
        near = [
            h.li[
                h.h3[h.a(href=f"claims?claim={claim.id}", data_choice=CLAIM + claim.id)[said(claim, "claim", words)]],
                verdict_line(claim, words),
                h.p[said(claim, "say", words)],
            ]
            for claim in found
        ]
        parts.append(h.ol(".studies.claims", aria_label=words("claim_check.nearest"))[near])
        rows += [(sentence, f"{said(c, 'claim', words)} {words(f'verdicts.{c.verdict}')}") for c in found]
    return Chart(
        key="claim-matches",
        markup=picture(h.div(".matches")[parts]),
        alt=words("claim_check.alt"),
        table=Table((words("claim_check.box"), words("claim_check.nearest")), tuple(rows)),
        source_note=words(
            "claim_check.source", n=write_number(len(claims), words.language), version=dataset.release.version
        ),
        choices=tuple(shown),
    )  # fmt: skip
