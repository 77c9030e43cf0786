"""Sentences of the start page. Every figure in them is taken from the dataset."""

from components.charts.phrases import verdict
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.harms import share
from data.labels import State, label_of
from data.rules.provenance import LOW_MG
from data.summary import claim_figure, largest_placebo_twin, longest_placebo_twin, pooled_ratio, reach, safety_figure

MOST_TESTED = "fibromyalgia"


def lead_sentence(dataset: Dataset, words: Words) -> str:
    """What LDN is."""
    low, high = (write_number(dose, words.language) for dose in LOW_MG)
    full = claim_figure(dataset, "usual-dose", "full")
    return words("home.lead", low=low, high=high, full=write_number(full.value, words.language))


def works_sentence(dataset: Dataset, words: Words) -> str:
    """How much was tested, and what came out where it was tested most."""
    found = reach(dataset)
    counts = {
        "all": found.conditions,
        "tested": found.placebo_tested,
        "supported": found.by_state[State.SUPPORTED],
    }
    key = "home.works" if found.by_state[State.SUPPORTED] else "home.works_none"
    first = words(key, **{name: write_number(n, words.language) for name, n in counts.items()})
    sentence = verdict(label_of(dataset, MOST_TESTED), words(f"conditions.{MOST_TESTED}.inline"), words)
    return f"{first} {words('home.works_fm', sentence=sentence)}"


def sure_sentence(dataset: Dataset, words: Words) -> str:
    """How small the trials are and how much is missing."""
    found = reach(dataset)
    counts = {
        "largest": found.largest_printed_trial,
        "uncontrolled": found.by_state[State.UNCONTROLLED],
        "untested": found.by_state[State.UNTESTED],
    }
    return words("home.sure", **{name: write_number(n, words.language) for name, n in counts.items()})


def harm_sentence(dataset: Dataset, words: Words) -> str:
    """What could go wrong: the withdrawal case, and unwanted effects in the longest placebo trial."""
    dose = safety_figure(dataset, "withdrawal-after-one-milligram", "dose")
    twin = longest_placebo_twin(dataset, "any-side-effect")
    ldn, placebo = (write_number(share(arm) or 0, words.language, digits=0) for arm in (twin.ldn, twin.control))
    first = words("home.wrong", dose=write_number(dose.value, words.language), ldn=ldn, placebo=placebo)
    dreams, pooled = largest_placebo_twin(dataset, "vivid-dreams"), pooled_ratio(dataset, "vivid-dreams")
    if dreams is not None and pooled is not None:  # a ratio never stands without the shares it multiplies
        shares = {"ldn": dreams.ldn, "placebo": dreams.control}
        written = {name: write_number(share(arm) or 0, words.language, digits=0) for name, arm in shares.items()}
        ratio = write_number(pooled[2].value or 0, words.language, digits=1)
        first += " " + words("home.wrong_dreams", ratio=ratio, **written)
    return f"{first} {words('home.wrong_unknown')}"
