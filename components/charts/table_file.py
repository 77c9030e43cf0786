"""A chart's facts as files: its table as CSV, and beside it what a stranger needs to understand the table."""

import csv
import io
import json

from components.charts.chart import Chart
from data.dataset import Dataset
from data.export import spreadsheet_safe

LICENCE = "CC BY 4.0"


def table_csv(chart: Chart) -> str:
    """The chart's table, cell by cell as shown; what a spreadsheet would run is kept as text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (chart.table.header, *chart.table.rows):
        writer.writerow([spreadsheet_safe(cell) for cell in row])
    return out.getvalue()


def table_metadata(chart: Chart, dataset: Dataset, address: str) -> str:
    """What the table is, where it stands, which dataset and licence, as JSON."""
    told = {
        "view": address,
        "chart": chart.key,
        "describes": chart.alt,
        "finding": chart.takeaway,
        "columns": list(chart.table.header),
        "rows": len(chart.table.rows),
        "sources": chart.source_note,
        "dataset_version": dataset.release.version,
        "dataset_checked": dataset.release.checked.isoformat(),
        "licence": LICENCE,
        "reviewed_by_clinician": [
            f"{review.name}, {review.role}, {review.dated}" for review in dataset.release.reviews
        ],
        "note": "Education, not medical advice.",
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"
