"""Which questions a visitor may want to ask, from the state of the evidence, what matters most, and worries."""

from collections.abc import Collection
from enum import StrEnum

from content.text import Words
from data.labels import Label

MOST = 5


class Priority(StrEnum):
    """What matters most to a visitor."""

    PAIN = "pain"
    SLEEP = "sleep"
    ENERGY = "energy"
    GUT = "gut"
    MOOD = "mood"
    COST = "cost"
    SIDE_EFFECTS = "side-effects"


class Worry(StrEnum):
    """What a visitor's clinician must know about first."""

    OPIOIDS = "opioids"
    OPERATION = "operation"
    PREGNANCY = "pregnancy"
    LIVER = "liver"


def suggestions(
    label: Label, words: Words, *, priorities: Collection[Priority] = (), worries: Collection[Worry] = ()
) -> dict[str, str]:
    """Questions in the first person by id, the most urgent first: worries, then the evidence, then what matters."""
    name = words(f"conditions.{label.condition}.inline")
    found = {f"worry-{worry}": words(f"visit.ask.worry.{worry}") for worry in Worry if worry in worries}
    if words.has(f"conditions.{label.condition}.warning"):
        # Where trying it is dangerous, no question leads towards trying it.
        return {"help": words("visit.ask.help"), **found}
    found["state"] = words(f"visit.ask.state.{label.state}", condition=name)
    found |= {f"matters-{chosen}": words(f"visit.ask.priority.{chosen}") for chosen in Priority if chosen in priorities}
    return found | {f"always-{place}": words(f"condition.ask_{place}") for place in (1, 2, 3)}
