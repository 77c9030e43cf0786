"""The page to take home for one condition, with the same sentences, marks and counts as on screen."""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

import segno

from components.charts.icon_array import Pair, difference, dots, gain_pair, harm_pair
from components.charts.look import Meaning, certainty_bars, state_mark
from components.charts.phrases import how_much, how_sure, trials_text, verdict, what_was_not_measured, which_way
from components.prints.paper import Ink, Paper, on_paper, typeset
from components.prints.questions import MOST, Worry, suggestions
from components.prints.safety_words import basis_of, short_of
from components.prints.visitor_text import breakable, written
from content.numbers import write_date, write_number
from content.text import Words
from data.condition_harms import condition_harms
from data.dataset import Dataset
from data.gains import gains
from data.harms import share
from data.labels import Label, label_of
from data.models.practice import SafetyTopic
from data.models.study import Comparator, ComparatorKind, EventArm, Study
from data.naming import short_name
from data.rules.provenance import LOW_MG
from data.summary import longest_placebo_twin

# The flags every page carries come first; they are the ones that stay when room is short.
FLAGS = ("no-opioids", "withdrawal-after-one-milligram", "hidden-opioids", "planned-surgery", "not-on-your-own")
WORRY_TOPIC = {Worry.PREGNANCY: SafetyTopic.PREGNANCY, Worry.LIVER: SafetyTopic.LIVER}
ANY_EFFECT = "any-side-effect"


class Place(NamedTuple):
    """Where a figure stands: the study, which of its sources, and the place in that."""

    study: Study
    source: str
    where: str


def take_away(
    dataset: Dataset,
    condition: str,
    words: Words,
    *,
    paper: Paper,
    ink: Ink,
    address: str | None,
    questions: Sequence[str] | None = None,
    worries: Sequence[Worry] = (),
) -> bytes:
    """One page as PDF. `questions` are the visitor's own words; None prints those we suggest to everybody.

    `address` is the public address of the page, told by the QR code; None leaves the code out.
    """
    label = label_of(dataset, condition)
    pairs = _pairs(dataset, condition, words)
    places = _places(label, pairs)
    low, high = (write_number(dose, words.language) for dose in LOW_MG)
    facts = {
        "title": words("prints.take_title", condition=words(f"conditions.{condition}.inline")),
        "kind": words("prints.take_kind", low=low, high=high),
        "advice": words("prints.advice"),
        "warning": words(f"conditions.{condition}.warning") if words.has(f"conditions.{condition}.warning") else None,
        "about": words(f"conditions.{condition}.about"),
        **_answer(label, places, words, ink),
        "counts": [
            _better(pairs[0], places, words, ink),
            {**_counted(pairs[1], places, words, ink), **_worse(pairs[1], condition, words)},
        ],
        **_flags(dataset, words, worries),
        **_questions(label, words, questions),
        "notes_title": words("prints.notes"),
        "sources_title": words("prints.sources"),
        "sources": [_source(place, words) for place in places],
        "version": version_line(dataset, words),
        **_where(address, condition, words),
    }
    return typeset("take_away", facts, dataset.release, paper=paper, ink=ink, language=words.language)


def version_line(dataset: Dataset, words: Words) -> str:
    """Which dataset, how old, and who has reviewed it."""
    release = dataset.release
    stated = {"version": release.version, "checked": write_date(release.checked, words.language)}
    if not release.reviews:
        return words("prints.version", **stated)
    who = ", ".join(f"{review.name}, {review.role}" for review in release.reviews)
    return words("prints.version_reviewed", who=who, **stated)


def _answer(label: Label, places: Sequence[Place], words: Words, ink: Ink) -> dict[str, object]:
    """Which way, how sure, how much: together, as on screen."""
    rows = (
        ("direction.label", state_mark(label.state), which_way(label, words)),
        ("certainty.label", certainty_bars(label.certainty), how_sure(label, words)),
        ("size.label", None, _size(label, places, words)),
        ("evidence.placebo-trial.name", None, trials_text(label, words)),
    )
    return {
        "answer": words("prints.answer"),
        "said": verdict(label, words(f"conditions.{label.condition}.inline"), words),
        "unmeasured": what_was_not_measured(label, words),
        "answers": [
            {"term": words(term), "mark": on_paper(mark, ink) if mark else None, "text": text}
            for term, mark, text in rows
        ],
    }


def _size(label: Label, places: Sequence[Place], words: Words) -> str:
    if label.size is None:
        return how_much(label, words)
    study, result = label.size
    return f"{how_much(label, words)} ({_named(Place(study, result.source, result.where), places, words)})"


def _named(place: Place, places: Sequence[Place], words: Words) -> str:
    """The study, and under which number its place stands among the sources."""
    number = write_number(places.index(place) + 1, words.language)
    return f"{short_name(place.study)}, {words('prints.source_number', n=number)}"


def _pairs(dataset: Dataset, condition: str, words: Words) -> tuple[Pair | None, Pair]:
    """Benefit and harm: of the trial with most people here; harm else of the longest placebo trial anywhere."""
    better, worse = gains(dataset, condition), condition_harms(dataset, condition)
    harm = worse[0] if worse else longest_placebo_twin(dataset, ANY_EFFECT)
    return gain_pair(better[0], words) if better else None, harm_pair(harm, words)


def _better(pair: Pair | None, places: Sequence[Place], words: Words, ink: Ink) -> dict[str, object]:
    drawn = {"arms": [], "none": words("condition.gains_none")} if pair is None else _counted(pair, places, words, ink)
    return {"heading": words("prints.better"), "unwanted": False, "elsewhere": None, **drawn}


def _worse(pair: Pair, condition: str, words: Words) -> dict[str, object]:
    others = ", ".join(words(f"conditions.{name}.inline") for name in pair.study.conditions)
    elsewhere = words("prints.worse_elsewhere", conditions=others) if condition not in pair.study.conditions else None
    return {"heading": words("prints.worse"), "unwanted": True, "elsewhere": elsewhere}


def _counted(pair: Pair, places: Sequence[Place], words: Words, ink: Ink) -> dict[str, object]:
    told = [_named(Place(pair.study, pair.source, pair.where), places, words), pair.note]
    return {
        "name": pair.name,
        "from": ", ".join(part for part in told if part),
        "arms": [
            _arm(pair.ldn, words("effects.arm_ldn"), Meaning.TOWARDS_LDN, words, ink),
            _arm(pair.control, _control_name(pair.study, words), Meaning.NO_DIFFERENCE, words, ink),
        ],
        "difference": difference(pair, words),
    }


def _arm(arm: EventArm, name: str, meaning: Meaning, words: Words, ink: Ink) -> dict[str, str]:
    people = share(arm) or 0
    said = words("effects.in_100", n=write_number(people, words.language, digits=0))
    counts = {"events": arm.events, "n": arm.n}
    known = {key: write_number(value, words.language) for key, value in counts.items() if value is not None}
    return {
        "name": name,
        "dots": on_paper(dots(people, meaning), ink),
        "alt": words("prints.arm_alt", arm=name, share=said),
        "in_hundred": said,
        "counted": words("effects.counted_in", **known) if len(known) == len(counts) else "",
    }


def _control_name(study: Study, words: Words) -> str:
    placebo = isinstance(study.comparator, Comparator) and study.comparator.kind is ComparatorKind.PLACEBO
    return words("effects.arm_control" if placebo else "effects.arm_active")


def _flags(dataset: Dataset, words: Words, worries: Sequence[Worry]) -> dict[str, object]:
    topics = {WORRY_TOPIC[worry] for worry in worries if worry in WORRY_TOPIC}
    first = [fact for fact in dataset.safety if fact.on_card and fact.topic in topics]
    rest = [fact for name in FLAGS for fact in dataset.safety if fact.id == name]
    facts = [*first, *rest]
    return {
        "flags_title": words("prints.flags"),
        "call": words("safety.call"),
        "flags": [words("prints.flag", fact=short_of(fact, words), basis=basis_of(fact, words)) for fact in facts],
        "flags_kept": len(first) + 2,
    }


def _questions(label: Label, words: Words, questions: Sequence[str] | None) -> dict[str, object]:
    asked = [*suggestions(label, words).values()] if questions is None else questions
    lines = [line for line in (written(text) for text in asked[:MOST]) if line.text or line.by_hand]
    notes = {
        "prints.by_hand_note": any(line.by_hand for line in lines),
        "prints.left_out_note": any(line.left_out for line in lines),
        "prints.shortened_note": any(line.shortened for line in lines),
    }
    return {
        "questions_title": words("prints.questions"),
        "by_hand": words("prints.by_hand"),
        "questions": [{"text": breakable(line.text), "by_hand": line.by_hand} for line in lines],
        "question_notes": [words(key) for key, holds in notes.items() if holds],
    }


def _places(label: Label, pairs: tuple[Pair | None, Pair]) -> list[Place]:
    """Where each figure on the page stands, each place once."""
    places = [Place(pair.study, pair.source, pair.where) for pair in pairs if pair]
    if label.size:
        study, result = label.size
        places.insert(0, Place(study, result.source, result.where))
    return list(dict.fromkeys(places))


def _source(place: Place, words: Words) -> dict[str, str]:
    """A place in words: the study, where in it, how deep it was read, and its canonical address."""
    read = next(source for source in place.study.sources if source.id == place.source)
    depth = words(f"depth.{read.depth}")
    text = words("prints.source", study=short_name(place.study), where=place.where, depth=depth)
    return {"text": text, "url": read.url, "shown": read.url.removeprefix("https://")}


def _where(address: str | None, condition: str, words: Words) -> dict[str, object]:
    if address is None:
        page = words(f"conditions.{condition}.name")
        return {"qr": None, "address": None, "where": words("prints.qr_none", page=page)}
    drawn = BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", xmldecl=False, border=4, dark="#000", light="#fff")
    return {
        "qr": drawn.getvalue().decode("utf-8"),
        "qr_alt": words("prints.qr_alt", address=address),
        "where": words("prints.qr_note"),
        "address": address,
    }
