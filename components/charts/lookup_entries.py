"""What the one search can find, with the words each is found by and the one plain line it is shown with."""

from collections.abc import Iterator
from functools import cache

from components.charts.figures import with_figures
from components.charts.phrases import how_sure, verdict
from components.charts.told import told_text
from content.numbers import write_number
from content.text import Words, load_words
from data.dataset import Dataset
from data.evidence import Evidence, counts_as_evidence, kind_of_evidence
from data.find import people_of
from data.harms import share, twins
from data.labels import label_of
from data.lookup import Entry, Kind, LookupIndex, index_entries
from data.models.study import Study
from data.naming import short_name
from data.search import identifiers

# Where each kind is shown: the page's address, and the choice in it that names the record.
PLACES = {
    Kind.CONDITION: ("condition", "condition"),
    Kind.QUESTION: ("questions", "question"),
    Kind.CLAIM: ("claims", "claim"),
    Kind.SAFETY: ("safety", ""),
    Kind.SIDE_EFFECT: ("side-effects", "effect"),
    Kind.TERM: ("about", ""),
    Kind.STUDY: ("study", "study"),
}


@cache
def lookup_index(dataset: Dataset, language: str) -> LookupIndex:
    """The search index over everything in a language; made once per process."""
    words = load_words(language)
    return index_entries(lookup_entries(dataset, words), words("search.ignored"))


def lookup_entries(dataset: Dataset, words: Words) -> Iterator[Entry]:
    """Everything that can be found, kind by kind."""
    for condition in dataset.conditions:
        base = f"conditions.{condition.id}"
        text = f"{words(f'{base}.inline')} {words(f'{base}.about')} {words(f'group.{condition.group}')}"
        yield Entry(Kind.CONDITION, condition.id, words(f"{base}.name"), text)
    for question in dataset.questions:
        base = f"questions.{question.id}"
        name, short, long = (
            told_text(question, f"{base}.{part}", dataset, words) for part in ("question", "short", "long")
        )
        yield Entry(Kind.QUESTION, question.id, name, f"{short} {long}")
    for claim in dataset.claims:
        said = (with_figures(words, f"claims.{claim.id}.{part}", claim.figures) for part in ("claim", "why", "say"))
        name, *rest = said
        yield Entry(Kind.CLAIM, claim.id, name, " ".join(rest))
    for fact in dataset.safety:
        text = with_figures(words, f"safety.{fact.id}.plain", fact.figures)
        yield Entry(Kind.SAFETY, fact.id, words(f"safety.{fact.id}.title"), f"{words(f'topic.{fact.topic}')} {text}")
    for effect in dataset.side_effects:
        yield Entry(Kind.SIDE_EFFECT, effect.id, words(f"side_effects.{effect.id}.name"), "")
    for term in dataset.glossary:
        yield Entry(Kind.TERM, term.id, words(f"glossary.{term.id}.term"), words(f"glossary.{term.id}.plain"))
    for study in sorted(dataset.studies, key=_weight):
        about = " ".join(words(f"conditions.{name}.name") for name in study.conditions)
        authors = " ".join(study.citation.authors)
        yield Entry(
            Kind.STUDY,
            study.id,
            f"{short_name(study)} {study.citation.title}",
            f"{about} {authors} {study.plain} {identifiers(study)}",
        )


def plain_line(entry: Entry, dataset: Dataset, words: Words) -> str:
    """One line that already answers: what was found, how sure, or what it means."""
    if entry.kind is Kind.CONDITION:
        label = label_of(dataset, entry.id)
        sentence = verdict(label, words(f"conditions.{entry.id}.inline"), words)
        return f"{sentence} {words('certainty.label')}: {how_sure(label, words)}."
    if entry.kind is Kind.QUESTION:
        question = next(question for question in dataset.questions if question.id == entry.id)
        return told_text(question, f"questions.{question.id}.short", dataset, words)
    if entry.kind is Kind.CLAIM:
        claim = next(claim for claim in dataset.claims if claim.id == entry.id)
        return f"{words(f'verdicts.{claim.verdict}')}. {with_figures(words, f'claims.{claim.id}.say', claim.figures)}"
    if entry.kind is Kind.SAFETY:
        fact = next(fact for fact in dataset.safety if fact.id == entry.id)
        return with_figures(words, f"safety.{fact.id}.short", fact.figures)
    if entry.kind is Kind.SIDE_EFFECT:
        return _counted(entry.id, dataset, words)
    if entry.kind is Kind.TERM:
        return words(f"glossary.{entry.id}.plain")
    return dataset.study_by_id[entry.id].plain


def _weight(study: Study) -> tuple[bool, bool, int]:
    """Placebo trials of low doses first, then other studies at low doses; the most people first in each."""
    counted = counts_as_evidence(study)
    placebo = counted and kind_of_evidence(study) is Evidence.PLACEBO_TRIAL
    return not placebo, not counted, -(people_of(study) or 0)


def _counted(effect: str, dataset: Dataset, words: Words) -> str:
    found = twins(dataset, effect)
    if not found:
        return words("search.not_counted")
    twin = found[0]
    arms = {"ldn": twin.ldn, "control": twin.control}
    shares = {name: write_number(share(arm) or 0, words.language, digits=0) for name, arm in arms.items()}
    against = words(f"comparator.{twin.against}")
    return words("search.counted", study=short_name(twin.study), against=against, **shares)
