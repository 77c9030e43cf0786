"""Addresses for machines, and what a shared link shows."""

import json
from collections.abc import Callable
from threading import Event
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette

from components.ui.public import VARIABLE, absolute, public_url
from data.dataset import Dataset
from server.discovery import discovery_routes
from server.light_pages import light_addresses, light_page
from server.static_site import write_site
from tests.server.ask import Answer, ask

Ask = Callable[..., Answer]
HERE = "https://ldn.example.org"


@pytest.fixture
def asked() -> Ask:
    warmed = Event()
    warmed.set()
    app = Starlette(routes=discovery_routes(warmed))
    return lambda path, *headers: ask(lambda _: app, path, headers=headers)


def test_alive_and_ready_are_said_and_never_kept(asked: Ask, dataset: Dataset) -> None:
    alive, ready = asked("/health"), asked("/ready")
    assert (alive.status, alive.text, alive.headers["cache-control"]) == (200, "ok", "no-store")
    assert json.loads(ready.text) == {
        "ready": True, "dataset": dataset.release.version, "studies": len(dataset.studies),
    }  # fmt: skip
    assert ready.headers["cache-control"] == "no-store"


def test_not_ready_before_the_first_pictures_are_drawn() -> None:
    answer = ask(lambda _: Starlette(routes=discovery_routes(Event())), "/ready")
    assert (answer.status, json.loads(answer.text)) == (503, {"ready": False})


def test_the_sitemap_names_every_light_page_once(asked: Ask, dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, HERE)
    root = ElementTree.fromstring(asked("/sitemap.xml").body)
    found = [element.text for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    expected = [HERE + path for paths in light_addresses() for path in paths.values()]
    assert sorted(map(str, found)) == sorted(expected)
    assert len(found) == len(set(found)) == len(dataset.conditions) + len(dataset.studies) + 10
    assert f"Sitemap: {HERE}/sitemap.xml" in asked("/robots.txt").text


def test_what_names_the_host_it_was_asked_under_is_kept_by_that_visitor_alone(
    asked: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    for path in ("/robots.txt", "/sitemap.xml"):
        answer = asked(path, ("host", "kiosk.local:8501"))
        assert "http://kiosk.local:8501/" in answer.text
        assert answer.headers["cache-control"] == "private, max-age=3600"
        assert answer.headers["vary"] == "host"


def test_where_the_public_address_is_known_no_other_is_named(asked: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, HERE)
    for path in ("/robots.txt", "/sitemap.xml"):
        answer = asked(path, ("host", "elsewhere.example"))
        assert "elsewhere" not in answer.text
        assert answer.headers["cache-control"] == "public, max-age=3600"


@pytest.mark.parametrize("host", ["<b>", "a b", 'x"><script>', "a" * 5000, "user@a.example", "a.example/x?", ""])
def test_a_host_that_is_no_plain_name_is_not_repeated(asked: Ask, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert asked("/robots.txt", ("host", host)).text == "User-agent: *\nAllow: /\nDisallow: /_stcore/\n"
    answer = asked("/sitemap.xml", ("host", host))
    assert (answer.status, answer.text, answer.headers["cache-control"]) == (404, "Not Found", "no-store")


@pytest.mark.parametrize("given", ["ldn.example.org", "javascript:alert(1)", "https://a b", 'https://x"><script>'])
def test_a_public_address_that_is_none_is_refused_with_the_way_to_mend_it(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, given)
    with pytest.raises(ValueError, match=r"Write it like https://ldn\.example\.org"):
        public_url()


def test_without_a_public_address_links_are_relative(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert absolute("/l/en") == "/l/en"
    monkeypatch.setenv(VARIABLE, HERE + "/")
    assert absolute("/l/en") == f"{HERE}/l/en"


def test_a_shared_page_shows_its_own_gist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, HERE)
    light_page.cache_clear()
    try:
        page = light_page("condition", "en", "fibromyalgia")
        assert '<meta property="og:title" content="Fibromyalgia · LDN Evidence Explorer">' in page
        assert 'property="og:description" content="LDN may be no better than placebo for ' in page
        assert f'<link rel="canonical" href="{HERE}/l/en/condition/fibromyalgia">' in page
        assert f'<link rel="alternate" hreflang="en" href="{HERE}/l/en/condition/fibromyalgia">' in page
        assert f'property="og:image" content="{HERE}/app/static/share.png"' in page
    finally:
        light_page.cache_clear()


def test_the_static_site_has_a_sitemap_only_when_it_is_known_where_it_will_stand(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    without = tmp_path_factory.mktemp("without")
    write_site(without)
    assert not (without / "sitemap.xml").exists()
    assert (without / "app/static/share.png").is_file()
    monkeypatch.setenv(VARIABLE, HERE)
    there = tmp_path_factory.mktemp("there")
    write_site(there)
    assert HERE in (there / "sitemap.xml").read_text(encoding="utf-8")
