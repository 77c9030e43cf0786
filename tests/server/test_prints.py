"""Ready-made prints: each has its address, a wrong one is answered kindly, a clinic gets all of them in one go."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

import server.print_files
from components.prints.ready_made import ready_made
from components.ui.public import VARIABLE
from components.ui.registry import PAGES
from content.text import languages
from data.dataset import Dataset
from server.headers import HEADERS, SecurityHeaders
from server.index_page import IndexPage
from server.light_pages import light_page
from server.print_files import write_prints
from server.prints import print_file, print_routes
from tests.components.prints.read_pdf import codes_in, is_grey, size_of, text_of
from tests.server.ask import Answer, ask

APP = Starlette(
    routes=print_routes(),
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(IndexPage, slugs=frozenset(page.slug for page in PAGES)),
    ],
)


def get(path: str, method: str = "GET") -> Answer:
    return ask(lambda _: APP, path, method=method)


def test_a_page_is_served_as_pdf_with_security_headers() -> None:
    answer = get("/print/en/lupus-letter-mono.pdf")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.headers["content-disposition"] == 'inline; filename="ldn-lupus-letter-mono.pdf"'
    assert answer.headers["content-language"] == "en"
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert size_of(answer.body) == (216, 279)
    assert is_grey(answer.body)
    assert "LDN and lupus" in text_of(answer.body)


def test_the_diary_comes_as_a_table_too() -> None:
    answer = get("/print/en/diary.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.text.startswith("\ufeffweek,day,date")


@pytest.mark.parametrize(
    "path",
    ["/print/en/nope-a4.pdf", "/print/xx/lupus-a4.pdf", "/print/en/<b>x.pdf", "/print/en/a/b.pdf", "/print/en",
     "/print", "/print/en/../../serve.py", "/print/en/LUPUS-a4.pdf", "/print/en/lupus"],
)  # fmt: skip
def test_a_wrong_address_is_answered_kindly_and_not_repeated(path: str) -> None:
    answer = get(path)
    assert answer.status == 404
    assert "There is nothing to print at this address." in answer.text
    assert 'href="/l/en"' in answer.text
    assert "<b>" not in answer.text and "nope" not in answer.text and "serve.py" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_only_reading_is_allowed() -> None:
    assert get("/print/en/lupus-a4.pdf", "POST").status == 405
    assert get("/print/en/lupus-a4.pdf", "HEAD").status == 200


def test_every_condition_has_its_prints_on_both_papers_and_inks(dataset: Dataset) -> None:
    names = set(ready_made(dataset))
    assert len(names) == (len(dataset.conditions) + 2) * 4
    for condition in dataset.conditions:
        assert {f"{condition.id}-{kind}.pdf" for kind in ("a4", "a4-mono", "letter", "letter-mono")} <= names
    assert {"diary-a4.pdf", "wallet-card-letter-mono.pdf"} <= names


def test_the_code_follows_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    print_file.cache_clear()
    monkeypatch.delenv(VARIABLE, raising=False)
    assert codes_in(print_file("en", "lupus-a4.pdf")) == []
    print_file.cache_clear()
    monkeypatch.setenv(VARIABLE, "https://ldn.example.org")
    assert codes_in(print_file("en", "lupus-a4.pdf")) == ["https://ldn.example.org/l/en/condition/lupus"]
    print_file.cache_clear()


def test_what_is_kept_is_bounded(dataset: Dataset) -> None:
    most = print_file.cache_info().maxsize
    assert most is not None
    assert most >= len(ready_made(dataset))


def test_one_command_writes_them_all(tmp_path: Path, dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    # What a page holds is tested elsewhere; here it matters that none is missing.
    monkeypatch.setattr(server.print_files, "print_file", lambda language, name: f"{language} {name}".encode())
    assert write_prints(tmp_path) == len(languages()) * (len(ready_made(dataset)) + 1)
    assert (tmp_path / "en" / "lupus-a4.pdf").read_text() == "en lupus-a4.pdf"
    assert {file.name for file in (tmp_path / "en").iterdir()} == {*ready_made(dataset), "diary.csv"}


def test_light_pages_lead_to_their_prints(dataset: Dataset) -> None:
    lupus, safety = light_page("condition", "en", "lupus"), light_page("safety", "en")
    for name in ("lupus-a4.pdf", "lupus-letter-mono.pdf"):
        assert f'href="/print/en/{name}"' in lupus
    for name in ("wallet-card-a4.pdf", "diary-letter.pdf"):
        assert f'href="/print/en/{name}"' in safety
    assert "/print/" not in light_page("how", "en")
