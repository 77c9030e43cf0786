"""The last picture: what happened when people were tested against placebo."""

import htpy as h

from components.charts.look import state_mark
from components.charts.picture_file import say
from components.charts.story_pictures.pieces import Drawn, at, figure_of, person
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.labels import State
from data.models.mechanism import MechanismStep

# Evidence, its figure with the number of people, the words for who they were, and what was found.
TRIALS = (
    ("pain-eased-more", "women", "art.women_pain", State.SUPPORTED, "art.less_pain"),
    ("largest-fibromyalgia-trials", "first", "art.women_pain", State.NO_DIFFERENCE, "art.no_difference"),
    ("largest-fibromyalgia-trials", "second", "art.women_pain", State.NO_DIFFERENCE, "art.no_difference"),
    ("pain-no-clear-difference", "people", "art.people_pain", State.NO_DIFFERENCE, "art.no_difference"),
    ("mood-no-difference", "people", "art.people_mood", State.NO_DIFFERENCE, "art.no_difference"),
)
NAMES = ("pain_women", "first_women", "second_women", "flare_people", "mood_people")


def trials(step: MechanismStep, dataset: Dataset, words: Words) -> Drawn:
    """One row for each trial: how many people, and what was found."""
    figures = {
        name: figure_of(step, evidence, figure) for name, (evidence, figure, *_) in zip(NAMES, TRIALS, strict=True)
    }
    shapes: list[h.Node] = [say(words("art.trials_named"), 8, 22, bold=True)]
    for number, (name, (_, _, who, state, found)) in enumerate(zip(NAMES, TRIALS, strict=True)):
        y = 64 + 51 * number
        shapes += [
            at(22, y - 6, person(), size=0.75),
            say(words(who, n=write_number(figures[name].value, words.language)), 46, y - 8, room=150),
            at(206, y - 20, h.g(data_found=state)[state_mark(state, 26)], appear=number),
            say(words(found), 244, y - 8, room=156, bold=state is State.SUPPORTED),
        ]
    return Drawn(tuple(shapes), figures)
