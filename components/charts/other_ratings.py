"""How panels, Cochrane and agencies rated the evidence, beside our own label and never mixed into it."""

from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import certainty_bars, picture
from content.text import Words
from data.dataset import Dataset
from data.labels import Certainty
from data.models.practice import RatedAs, Rating
from data.naming import short_name

_BARS = {
    RatedAs.VERY_LOW: Certainty.VERY_LOW,
    RatedAs.LOW: Certainty.LOW,
    RatedAs.MODERATE: Certainty.MODERATE,
    RatedAs.HIGH: Certainty.HIGH,
    RatedAs.TOO_LITTLE: None,
}


def other_ratings(ratings: Sequence[Rating], dataset: Dataset, words: Words) -> Chart:
    """One entry per rating: who, how sure in their words, what they say, how deep we read it."""
    items = [h.li(data_rating=rating.id)[_entry(rating, dataset, words)] for rating in ratings]
    rows = tuple(
        (
            short_name(dataset.study_by_id[rating.by]),
            _rated(rating, words),
            words(f"ratings.{rating.id}.plain"),
            words(f"depth.{rating.depth}"),
        )
        for rating in ratings
    )
    header = (words("studies.title"), words("certainty.label"), words("study.main"), words("studies.depth"))
    return Chart(
        key="other-ratings",
        markup=picture(h.ul(".studies")[items]),
        alt=" ".join(f"{row[0]}: {row[1]}. {row[2]}" for row in rows),
        table=Table(header, rows),
        source_note="; ".join(f"{short_name(dataset.study_by_id[r.by])}, {r.where}" for r in ratings),
        choices=tuple(dict.fromkeys(rating.by for rating in ratings)),
    )


def _rated(rating: Rating, words: Words) -> str:
    """How sure they are, in GRADE's words or, on a scale of their own, in theirs."""
    own = rating.grade or rating.rated is RatedAs.TOO_LITTLE
    return words(f"rated.{rating.rated}") if own else words("rated.own_scale", rated=words(f"rated.own_{rating.rated}"))


def _entry(rating: Rating, dataset: Dataset, words: Words) -> list[h.Node]:
    study = dataset.study_by_id[rating.by]
    told = [words(f"depth.{rating.depth}")]
    if rating.indirect:
        told.append(words("condition.rating_indirect"))
    return [
        h.div(".head")[h.a(href=f"study?study={study.id}", data_choice=study.id)[short_name(study)]],
        h.p[words(f"ratings.{rating.id}.plain")],
        h.div(".way")[certainty_bars(_BARS[rating.rated]) if rating.grade else None, h.span[_rated(rating, words)]],
        h.p(".quiet")[" · ".join(told)],
    ]
