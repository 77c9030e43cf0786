"""A map of the whole idea: ideas joined by arrows, each arrow badged by where that part was shown."""

import htpy as h

from components.charts.chart import Chart, Switch, Table
from components.charts.look import picture
from components.charts.map_file import map_file
from components.charts.picture_file import beside_page
from components.charts.story import badge
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import Arrow, Chain, ShownIn

MAPS = EVERYTHING, PEOPLE = "everything", "people"
IN_PEOPLE = frozenset({ShownIn.PEOPLE_LOW_DOSE, ShownIn.PEOPLE_LOW_DOSE_UNCONTROLLED})


def idea_map(dataset: Dataset, words: Words, *, shown: str = EVERYTHING) -> Chart:
    """Every line of the idea; a switch fades what was not measured in people on a low dose."""
    chains = dataset.mechanisms.chains
    places = {step.id: step.shown_in for step in dataset.mechanisms.steps}
    arrows = {(a.step, a.to) for chain in chains for a in chain.arrows}
    found = [_shown_in(step, places) for step, _ in arrows]
    counts = {
        "all": len(arrows),
        "people": sum(place in IN_PEOPLE for place in found),
        "uncontrolled": sum(place is ShownIn.PEOPLE_LOW_DOSE_UNCONTROLLED for place in found),
    }
    told = words("idea_map.left", **{name: write_number(n, words.language) for name, n in counts.items()})
    body = [
        h.ul(".leave")[
            (
                h.li[h.button(type="button", data_turn=choice)[words(f"idea_map.{choice}")]]
                for choice in (EVERYTHING, PEOPLE)
            )
        ],
        h.p[h.b[told]],
        # In a parent of their own: the part that is shown goes to the end of its parent.
        h.div[
            (
                h.div(data_part=choice)[_lines(chains, places, words, only_people=choice == PEOPLE)]
                for choice in (EVERYTHING, PEOPLE)
            )
        ],
        beside_page(map_file(dataset, places, IN_PEOPLE, told, words), words),
    ]
    return Chart(
        key="idea-map",
        markup=picture(body),
        alt=f"{words('idea_map.title')}. {told}",
        table=Table(
            (words("idea_map.title"), words("idea_map.arrow"), words("how.which")),
            tuple(_row(chain, place, places, words) for chain in chains for place in range(len(chain.arrows))),
        ),
        source_note=words("how.source"),
        choices=tuple(dict.fromkeys(step for step, _ in sorted(arrows, key=str) if step)),
        switch=Switch(
            choices=(EVERYTHING, PEOPLE),
            shown=shown,
            arrangements={EVERYTHING: (EVERYTHING,), PEOPLE: (PEOPLE,)},
            said={EVERYTHING: words("idea_map.everything"), PEOPLE: told},
        ),
    )


def _shown_in(step: str | None, places: dict[str, ShownIn]) -> ShownIn:
    return places[step] if step else ShownIn.NOWHERE


def _lines(chains: tuple[Chain, ...], places: dict[str, ShownIn], words: Words, *, only_people: bool) -> h.Element:
    return h.ul(".idea-map")[
        (h.li(data_chain=chain.id)[h.ol[_line(chain, places, words, only_people=only_people)]] for chain in chains)
    ]


def _line(chain: Chain, places: dict[str, ShownIn], words: Words, *, only_people: bool) -> list[h.Element]:
    parts = [h.li(".node")[_node(chain.begins, words)]]
    reached = True
    for arrow in chain.arrows:
        place = _shown_in(arrow.step, places)
        # What follows an arrow that was not measured in people was not measured in people either.
        reached = reached and place in IN_PEOPLE
        faded = only_people and not reached
        parts.append(h.li(class_={"arrow": True, "faded": faded})[_arrow(arrow, place, words, faded=faded)])
        parts.append(h.li(class_={"node": True, "faded": faded})[_node(arrow.to, words)])
    return parts


def _arrow(arrow: Arrow, place: ShownIn, words: Words, *, faded: bool) -> list[h.Node]:
    tip = h.span(aria_hidden="true")["→ "]
    said = h.span(".vh")[f"{words('idea_map.arrow')}: "]
    note = h.span(".vh")[f" ({words('idea_map.faded')})"] if faded else None
    if arrow.step is None:
        return [tip, said, h.span(".badge")[words("idea_map.nowhere")], note]
    return [tip, said, h.a(href=f"how?step={arrow.step}", data_choice=arrow.step)[badge(place, words)], note]


def _node(node: str, words: Words) -> str:
    return words(f"mechanisms.nodes.{node}.name")


def _row(chain: Chain, place: int, places: dict[str, ShownIn], words: Words) -> tuple[str, ...]:
    arrow = chain.arrows[place]
    shown = words("idea_map.nowhere") if arrow.step is None else words(f"shown_in.{places[arrow.step]}.name")
    return _node(chain.nodes[place], words), _node(arrow.to, words), shown
