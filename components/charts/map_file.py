"""The map of the whole idea as one drawing to take away."""

import htpy as h

from components.charts.picture_file import INK, as_file, from_here, say
from components.charts.story_pictures.pieces import DASHES, arrow
from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import Chain, ShownIn

BOX, GAP, ROW, TALL = 176, 124, 104, 70
SMALL = 14


def map_file(
    dataset: Dataset, places: dict[str, ShownIn], in_people: frozenset[ShownIn], told: str, words: Words
) -> h.Element:
    """Each chain a row; what was not measured in people on a low dose is dashed, as is all that follows from it."""
    chains = dataset.mechanisms.chains
    longest = max((len(chain.nodes) for chain in chains), default=1)
    size = (longest * BOX + (longest - 1) * GAP, len(chains) * ROW)
    rows = [_row(chain, ROW * number, places, in_people, words) for number, chain in enumerate(chains)]
    source = words("frame.source_note", source=words("how.source"))
    return as_file(
        rows, name="ldn-idea-map", title=words("idea_map.title"), description=told,
        notes=(told, words("idea_map.dashed"), source, from_here(dataset, words)), size=size, shown=False,
    )  # fmt: skip


def _row(
    chain: Chain, top: float, places: dict[str, ShownIn], in_people: frozenset[ShownIn], words: Words
) -> list[h.Element]:
    parts, reached = [_node(chain.begins, 0, top, words, dashed=False)], True
    for number, link in enumerate(chain.arrows):
        place = places[link.step] if link.step else ShownIn.NOWHERE
        reached = reached and place in in_people
        left = BOX + number * (BOX + GAP)
        parts += [
            arrow(left + 6, top + 12, left + GAP - 6, top + 12, dashed=not reached),
            say(words(f"shown_in.{place}.name"), left + GAP / 2, top + 36, room=GAP, size=SMALL, anchor="middle"),
            _node(link.to, left + GAP, top, words, dashed=not reached),
        ]
    return parts


def _node(node: str, left: float, top: float, words: Words, *, dashed: bool) -> h.Element:
    frame = h.rect(
        x=f"{left}", y=f"{top}", width=str(BOX), height=str(TALL), rx="8", fill="none", stroke=INK, stroke_width="2",
        stroke_dasharray=DASHES if dashed else None,
    )  # fmt: skip
    name = words(f"mechanisms.nodes.{node}.name")
    return h.g[frame, say(name, left + 9, top + 22, room=BOX - 36, size=SMALL, bold=not dashed)]
