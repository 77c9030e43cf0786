"""All claims with their two filters, topic and verdict: shipped once and switched in the browser."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product
from urllib.parse import urlencode

import htpy as h

from components.charts.chart import Chart, Switch
from components.charts.claim_list import claim_card, claim_list, verdict_mark
from components.charts.look import certainty_bars, drawn_once, picture, state_mark
from content.numbers import write_number
from content.text import Words, load_words
from data.dataset import Dataset
from data.labels import Certainty, State
from data.models.practice import Claim, ClaimTopic, Verdict

ALL = "all"
AGAINST = "against"
TOPICS = (ALL, *ClaimTopic, AGAINST)
VERDICTS = (ALL, *Verdict)
CHOICES = tuple(f"{topic} {verdict}" for topic, verdict in product(TOPICS, VERDICTS))


def claim_switch(dataset: Dataset, words: Words, *, choice: str) -> Chart:
    """The claims as `choice` ("topic verdict") leaves them, with all other choices."""
    markup, switch = _all_choices(dataset, words.language)
    chart = claim_list("claims", chosen_claims(dataset, choice), dataset, words, markup=markup)
    everything = claim_list("claims", dataset.claims, dataset, words, markup=markup)
    return replace(chart, choices=everything.choices, switch=replace(switch, shown=choice))


def all_told(dataset: Dataset, words: Words) -> str:
    """How many claims there are and how many of them stand each way, in one sentence."""
    standing = Counter(claim.verdict for claim in dataset.claims)
    counts = {verdict.name.lower(): write_number(standing[verdict], words.language) for verdict in Verdict}
    return words("claims_told.sum", all=write_number(len(dataset.claims), words.language), **counts)


def chosen_claims(dataset: Dataset, choice: str) -> Sequence[Claim]:
    """The claims of a topic and a verdict."""
    topic, verdict = choice.split()
    return [claim for claim in dataset.claims if _of(claim, topic) and verdict in (ALL, claim.verdict)]


def topic_name(topic: str, words: Words) -> str:
    """A topic as the filter writes it."""
    return words("claims_page.topic_all") if topic == ALL else words(f"claim_topic.{topic}")


def verdict_name(verdict: str, words: Words) -> str:
    """A verdict as the filter writes it."""
    return words("claims_page.verdict_all") if verdict == ALL else words(f"verdicts.{verdict}")


def _of(claim: Claim, topic: str) -> bool:
    return topic == ALL or (claim.against_ldn if topic == AGAINST else claim.topic == topic)


@lru_cache(maxsize=8)
def _all_choices(dataset: Dataset, language: str) -> tuple[str, Switch]:
    words = load_words(language)
    marks = [
        *map(verdict_mark, Verdict),
        *(state_mark(state, 16) for state in State),
        *map(certainty_bars, Certainty),
    ]
    cards = [
        claim_card(claim, dataset, words, part=f"c{place}") for place, claim in enumerate(dataset.claims)
    ]  # fmt: skip
    parts: list[h.Node] = [
        h.h2(".vh")[words("claims_page.show_all")],
        _filters(dataset, words),
        h.div(".found", data_top="")[_tellings(dataset, words)],
        h.ul(".studies.claims")[cards],
    ]
    return picture(drawn_once(parts, marks)), Switch(
        choices=CHOICES,
        shown=CHOICES[0],
        arrangements={choice: _parts(dataset, choice) for choice in CHOICES},
        said={choice: _said(dataset, choice, words) for choice in CHOICES},
    )


def _parts(dataset: Dataset, choice: str) -> tuple[str, ...]:
    topic, verdict = choice.split()
    places = {claim.id: f"c{place}" for place, claim in enumerate(dataset.claims)}
    found = [places[claim.id] for claim in chosen_claims(dataset, choice)]
    telling = f"n{len(found)}" if found else f"none-{topic}-{verdict}"
    return (f"topics-{verdict}", f"verdicts-{topic}", telling, *found)


def _filters(dataset: Dataset, words: Words) -> h.Element:
    """Two rows of links, each with the number of claims it would leave; a row for every state of the other one."""
    topics = [
        h.p(".chips", data_part=f"topics-{verdict}")[
            h.span(".over")[words("claims_page.topic")],
            [_chip(dataset, topic, verdict, topic_name(topic, words), words) for topic in TOPICS],
        ]
        for verdict in VERDICTS
    ]
    verdicts = [
        h.p(".chips", data_part=f"verdicts-{topic}")[
            h.span(".over")[words("claims_page.verdict")],
            [_chip(dataset, topic, verdict, verdict_name(verdict, words), words, mark=verdict) for verdict in VERDICTS],
        ]
        for topic in TOPICS
    ]
    return h.nav(".filters", aria_label=words("claims_page.title"))[h.div[topics], h.div[verdicts]]


def _chip(dataset: Dataset, topic: str, verdict: str, name: str, words: Words, mark: str = ALL) -> h.Element:
    left = write_number(len(chosen_claims(dataset, f"{topic} {verdict}")), words.language)
    shape = None if mark == ALL else verdict_mark(Verdict(mark))
    return _turn(topic, verdict)[shape, h.span[name], " ", h.b[left]]


def _turn(topic: str, verdict: str) -> h.Element:
    query = urlencode({k: v for k, v in (("topic", topic), ("verdict", verdict)) if v != ALL})
    return h.a(href=f"claims?{query}" if query else "claims", data_turn=f"{topic} {verdict}")


def _tellings(dataset: Dataset, words: Words) -> list[h.Element]:
    """How many are left, once for each number; where none is, which filter to drop."""
    total = write_number(len(dataset.claims), words.language)
    numbers = sorted({len(chosen_claims(dataset, choice)) for choice in CHOICES} - {0})
    told = [
        h.p(data_part=f"n{n}")[h.b[words("claims_page.shown", shown=write_number(n, words.language), all=total)]]
        for n in numbers
    ]
    return told + [_way_out(dataset, choice, words) for choice in CHOICES if not chosen_claims(dataset, choice)]


def _way_out(dataset: Dataset, choice: str, words: Words) -> h.Element:
    topic, verdict = choice.split()
    names = {"topic": topic_name(topic, words), "verdict": verdict_name(verdict, words)}
    without_topic, without_verdict = (
        write_number(len(chosen_claims(dataset, other)), words.language)
        for other in (f"{ALL} {verdict}", f"{topic} {ALL}")
    )
    return h.div(".empty", data_part=f"none-{topic}-{verdict}")[
        h.p[words("claims_page.empty", **names)],
        h.p(".chips")[
            _turn(topic, ALL)[words("claims_page.drop_verdict", verdict=names["verdict"], n=without_verdict)],
            _turn(ALL, verdict)[words("claims_page.drop_topic", topic=names["topic"], n=without_topic)],
        ],
    ]


def _said(dataset: Dataset, choice: str, words: Words) -> str:
    topic, verdict = choice.split()
    return words(
        "claims_page.said",
        shown=write_number(len(chosen_claims(dataset, choice)), words.language),
        topic=topic_name(topic, words),
        verdict=verdict_name(verdict, words),
    )
