"""How deep the studies were read, as a small table."""

from collections import Counter

from components.charts.chart import Chart, Table
from components.charts.look import picture
from components.charts.stacking import stacking_table
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset


def reading_depths(dataset: Dataset, words: Words) -> Chart:
    """Studies by the depth of their first source, most first."""
    depths = Counter(study.sources[0].depth for study in dataset.studies)
    header = (words("about.depth_column"), words("about.count_column"))
    rows = tuple((words(f"depth.{depth}"), write_number(n, words.language)) for depth, n in depths.most_common())
    return Chart(
        key="reading-depths",
        markup=picture(stacking_table(words("about.depth"), header, rows)),
        alt="; ".join(f"{depth}: {count}" for depth, count in rows),
        table=Table(header, rows),
        source_note=words("about.depth"),
    )
