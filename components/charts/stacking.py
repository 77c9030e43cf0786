"""A table that becomes a stack of labelled lines on a narrow screen, and stays a table for screen readers."""

from collections.abc import Sequence

import htpy as h

Cell = h.Node


def stacking_table(
    caption: str,
    header: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    row_data: Sequence[dict[str, str]] | None = None,
) -> h.Element:
    """Rows of cells under `header`, each headed by its first cell; `row_data` adds data- attributes per row."""
    head = h.thead(role="rowgroup")[h.tr(role="row")[(h.th(scope="col", role="columnheader")[name] for name in header)]]
    extra = row_data or [{} for _ in rows]
    body = [_row(header, row, data) for row, data in zip(rows, extra, strict=True)]
    return h.table(".stack", role="table")[h.caption(".vh")[caption], head, h.tbody(role="rowgroup")[body]]


def _row(header: Sequence[str], row: Sequence[Cell], data: dict[str, str]) -> h.Element:
    cells = [h.td(role="cell", data_label=label)[h.span[cell]] for label, cell in zip(header[1:], row[1:], strict=True)]
    return h.tr({f"data-{name}": value for name, value in data.items()}, role="row")[
        h.th(scope="row", role="rowheader")[row[0]], cells
    ]
