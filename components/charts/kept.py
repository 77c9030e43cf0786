"""Charts that were drawn once are kept for all visitors, so that a choice costs drawing only the first time.

What is kept depends on the view, the language and the choice alone, never on who asked.
"""

import sys
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Lock

from components.charts.chart import Chart
from components.charts.terms import with_meanings
from content.text import Words

# Bytes of all that is kept. Bounded by number, a visitor who walks through every address would fill the memory.
MOST = 32_000_000


@dataclass
class Store:
    """Charts up to `MOST` bytes; what nobody has asked for the longest goes first.

    All choices of a picture that switches in the browser have one markup: it is held, and counted, once.
    """

    charts: OrderedDict[tuple[str, str, str], Chart] = field(default_factory=OrderedDict)
    markups: dict[str, str] = field(default_factory=dict)
    holders: Counter[str] = field(default_factory=Counter)
    size: int = 0

    def get(self, key: tuple[str, str, str]) -> Chart | None:
        """The chart, which counts as asked for just now."""
        if key in self.charts:
            self.charts.move_to_end(key)
        return self.charts.get(key)

    def put(self, key: tuple[str, str, str], chart: Chart) -> None:
        """Keep a chart, and forget others until all have room again."""
        self._forget(key)
        if chart.markup is not None:
            markup = self.markups.setdefault(chart.markup, chart.markup)
            chart = replace(chart, markup=markup)
            self.holders[markup] += 1
            if self.holders[markup] == 1:
                self.size += sys.getsizeof(markup)
        self.charts[key] = chart
        self.size += own_bytes(chart)
        while self.size > MOST and len(self.charts) > 1:
            self._forget(next(iter(self.charts)))

    def _forget(self, key: tuple[str, str, str]) -> None:
        chart = self.charts.pop(key, None)
        if chart is None:
            return
        self.size -= own_bytes(chart)
        if chart.markup is not None:
            self.holders[chart.markup] -= 1
            if not self.holders[chart.markup]:
                self.size -= sys.getsizeof(self.markups.pop(chart.markup))
                del self.holders[chart.markup]


def own_bytes(chart: Chart) -> int:
    """What a chart holds beside its markup, as it lies in memory: its words and its table.

    Its choices are left out: they are ids that the dataset holds, or one tuple for all choices of a picture.
    """
    texts = [chart.alt, chart.takeaway, chart.source_note, *chart.table.header]
    texts += [cell for row in chart.table.rows for cell in row]
    rows = (chart.table.header, chart.table.rows, *chart.table.rows)
    return sum(map(sys.getsizeof, rows)) + sum(map(sys.getsizeof, texts))


_store = Store()
# View and language -> the markup last drawn for a picture that switches, and the same with its terms explained.
_explained: dict[tuple[str, str], tuple[str, str]] = {}
_lock = Lock()


def kept(view: str, words: Words, choice: str, draw: Callable[[], Chart]) -> Chart:
    """The chart of a view and a choice: as it was kept, else drawn now.

    Glossary terms in its sentences open their meaning. `choice` must name everything the picture depends on besides
    the dataset, which is one per process.
    """
    key = (view, words.language, choice)
    with _lock:
        found = _store.get(key)
    if found is not None:
        return found
    # Outside the lock: two visitors who ask at once draw the same picture twice, and neither waits.
    chart = draw()
    if chart.markup is not None:
        chart = replace(chart, markup=_with_meanings(chart.markup, words, view, switched=chart.switch is not None))
    with _lock:
        _store.put(key, chart)
        return _store.charts[key]


def _with_meanings(markup: str, words: Words, view: str, *, switched: bool) -> str:
    """The markup with its terms explained: read through once for all choices of a picture that switches."""
    if not switched:
        return with_meanings(markup, words, view)
    before, explained = _explained.get((view, words.language), ("", ""))
    if before != markup:
        explained = with_meanings(markup, words, view)
        _explained[view, words.language] = (markup, explained)
    return explained
