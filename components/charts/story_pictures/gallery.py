"""Which picture belongs to which step, and the frame around it: name, description, and the lines of a saved file."""

from collections.abc import Callable

import htpy as h

from components.charts.figures import figure_texts
from components.charts.picture_file import as_file, from_here
from components.charts.story_pictures import blood, cells, course, receptors, trials
from components.charts.story_pictures.pieces import HEIGHT, WIDTH, Drawn
from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import MechanismStep
from data.naming import short_name

PICTURES: dict[str, Callable[[MechanismStep, Dataset, Words], Drawn]] = {
    "what-naltrexone-is": receptors.what_it_is,
    "receptors-and-endorphins": receptors.own_opioids,
    "full-dose": receptors.full_dose,
    "sits-in-mu-receptors": receptors.low_dose,
    "low-or-full-dose": receptors.low_beside_full,
    "hours-of-block": course.hours_of_block,
    "kappa-and-delta": receptors.kappa_and_delta,
    "rebound-idea": course.rebound,
    "endorphins-in-blood": blood.endorphins,
    "more-receptors": receptors.more_receptors,
    "growth-factor": cells.growth_factor,
    "tlr4-microglia": cells.microglia,
    "cytokines": blood.cytokines,
    "trpm3-channel": cells.calcium_gate,
    "filamin-a": cells.retracted_papers,
    "tested-in-people": trials.trials,
}


def step_picture(step: MechanismStep, dataset: Dataset, words: Words) -> h.Element:
    """The picture of a step. Raises KeyError for a step nobody has drawn yet."""
    drawn = PICTURES[step.id](step, dataset, words)
    base = f"mechanisms.steps.{step.id}"
    return as_file(
        drawn.shapes,
        name=f"ldn-{step.id}",
        title=words(f"{base}.title"),
        description=words(f"{base}.picture", **figure_texts(drawn.figures, words.language)),
        notes=(
            words("art.shown", where=words(f"shown_in.{step.shown_in}.name")),
            words("frame.source_note", source=_sources(step, dataset)),
            from_here(dataset, words),
        ),
        size=(WIDTH, HEIGHT),
    )


def _sources(step: MechanismStep, dataset: Dataset) -> str:
    """Every study and document of the step, once, by name."""
    named = dict.fromkeys(name for item in step.evidence for name in item.studies)
    studies, documents = dataset.study_by_id, dataset.document_by_id
    return "; ".join(short_name(studies[name]) if name in studies else documents[name].title for name in named)
