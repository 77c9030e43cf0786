"""Charts that were drawn once are kept for all visitors, so that a choice costs drawing only the first time.

What is kept depends on the view, the language and the choice alone, never on who asked.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from components.charts.chart import Chart
from components.charts.terms import with_meanings
from content.text import Words

MOST = 1024
_kept: OrderedDict[tuple[str, str, str], Chart] = OrderedDict()
_lock = Lock()


def kept(view: str, words: Words, choice: str, draw: Callable[[], Chart]) -> Chart:
    """The chart of a view and a choice, from the last `MOST` that were asked for, else drawn now.

    Glossary terms in its sentences open their meaning. `choice` must name everything the picture depends on besides
    the dataset, which is one per process.
    """
    key = (view, words.language, choice)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    # Outside the lock: two visitors who ask at once draw the same picture twice, and neither waits.
    chart = draw()
    if chart.markup is not None:
        chart = replace(chart, markup=with_meanings(chart.markup, words, view))
    with _lock:
        _kept[key] = chart
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return chart
