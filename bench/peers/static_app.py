"""The same view as plain HTML, and an empty page: what nothing can beat. `python -m bench.peers.static_app PORT`."""

import gzip
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from bench.peers.view import COLUMNS, MATRIX, ROWS, TABLE, TITLE


def _table(header: list[str], rows: list[list[object]]) -> str:
    head = "".join(f"<th>{name}</th>" for name in header)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def _page(body: str) -> bytes:
    return gzip.compress(f"<!doctype html><title>{TITLE}</title><h1>{TITLE}</h1>{body}".encode())


def _views() -> dict[str, bytes]:
    matrices = "".join(
        f'<div data-choice="{choice}"{" hidden" if number else ""}>'
        + _table(["", *COLUMNS], [[row, *cells] for row, cells in zip(ROWS, matrix, strict=True)])
        + "</div>"
        for number, (choice, matrix) in enumerate(MATRIX.items())
    )
    switch = (
        "<label><input type=radio name=c checked>people</label><label><input type=radio name=c>studies</label>"
        "<script>document.querySelectorAll('input').forEach((input, n) => input.onchange = () => document"
        ".querySelectorAll('[data-choice]').forEach((part, m) => part.hidden = n !== m))</script>"
    )
    table = _table(list(TABLE[0]), [list(row.values()) for row in TABLE])
    return {"/": _page(matrices + switch + table), "/empty": _page("")}


VIEWS = _views()


class Handler(BaseHTTPRequestHandler):
    """Answers the two pages."""

    def do_GET(self) -> None:
        """One page, compressed."""
        body = VIEWS.get(self.path, b"")
        self.send_response(200 if body else 404)
        self.send_header("content-type", "text/html; charset=utf-8")
        if body:
            self.send_header("content-encoding", "gzip")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
