"""The page every visit starts with: its language, its words before JavaScript, and nothing needless."""

import gzip
import html
import re
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import brotli
import pytest

from components.charts.look import STYLE_SHEET
from components.charts.phrases import how_much, verdict
from components.charts.study_list import flags
from components.ui.frame import LIGHT_TWINS
from components.ui.picture import SCRIPTS, picture_address
from components.ui.registry import PAGES
from content.text import Words
from data.dataset import Dataset
from data.labels import label_of
from server import chunks, index_page
from server.assets import BOLD, FOLDER, ICONS, LETTERS
from server.first_words import first_words
from server.index_page import IndexPage, prepared_page
from tests.server.ask import Answer, ask

OURS = partial(IndexPage, slugs=frozenset(spec.slug for spec in PAGES))
ROOT = Path(__file__).parents[2]


class Reader(HTMLParser):
    """Collects tags with their attributes, and the words inside the root element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Attributes of every such tag."""
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture
def page() -> Answer:
    """The start page as a browser gets it."""
    return ask(OURS)


@pytest.fixture
def forget() -> Iterator[None]:
    """Pages prepared from a changed source are forgotten before and after."""
    prepared_page.cache_clear()
    yield
    prepared_page.cache_clear()


def test_a_page_is_answered_whole(page: Answer) -> None:
    assert (page.status, page.passed_on) == (200, False)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert int(page.headers["content-length"]) == len(page.body) > 1000
    assert "content-encoding" not in page.headers, "nobody asked for it compressed"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-cache"


def test_the_page_travels_compressed_where_the_browser_takes_it(page: Answer) -> None:
    packed = ask(OURS, accept="gzip, br")
    assert packed.headers["content-encoding"] == "br"
    assert brotli.decompress(packed.body) == page.body
    assert gzip.decompress(ask(OURS, accept="gzip").body) == page.body
    assert len(packed.body) < len(page.body) / 2


def test_the_page_names_language_title_and_description(page: Answer, words: Words) -> None:
    read = Reader(page.text)
    assert read.all("html")[0]["lang"] == "en"
    assert re.findall(r"<title>(.*?)</title>", page.text) == ["LDN Evidence Explorer"]
    descriptions = [meta["content"] for meta in read.all("meta") if meta.get("name") == "description"]
    assert descriptions == [words("app.gist")]


def test_words_stand_in_the_page_before_javascript_runs(page: Answer) -> None:
    shell = page.text.split('<div id="root">')[1].split("</body>")[0]
    assert "For most conditions we found no published trial of low-dose naltrexone against a placebo." in shell
    assert "Never combine it with opioid medicines." in shell
    assert "This is education, not medical advice." in shell
    assert '<h1 style="line-height:1.2">Low-dose naltrexone: what was tested, and what was found</h1>' in shell
    assert "This dashboard needs JavaScript." in shell.split("<noscript>")[1].split("</noscript>")[0]
    assert page.text.count("<noscript>") == 1
    assert shell.count("<h1") == 1


def first_said(answer: Answer) -> str:
    return " ".join("".join(Reader(answer.text.split('<div id="root">')[1].split("<template")[0]).words).split())


def test_a_condition_is_answered_before_javascript_runs(dataset: Dataset, words: Words) -> None:
    """Which way, how sure and how much travel together here as well."""
    answer = ask(OURS, "/condition", "condition=fibromyalgia")
    said, label = first_said(answer), label_of(dataset, "fibromyalgia")
    assert said.startswith(f"Fibromyalgia{verdict(label, 'fibromyalgia', words)}How sure: Unsure")
    assert f"How much: {how_much(label, words)} (Due Bruun 2024){words('app.gist')}This is education" in said
    assert "Never combine it with opioid medicines." in said
    assert "How much: Pain, week 12: 0.34 points lower with LDN" in said
    assert '<a href="/l/en/condition/fibromyalgia">Fibromyalgia</a>' in answer.text
    assert "<title>Fibromyalgia · LDN Evidence Explorer</title>" in answer.text


@pytest.mark.parametrize("slug", [spec.slug for spec in PAGES])
def test_without_javascript_a_page_says_truly_where_its_link_leads(slug: str, words: Words) -> None:
    shell = ask(OURS, f"/{slug}").text.split("<noscript>")[1].split("</noscript>")[0]
    if slug in LIGHT_TWINS or slug == "evidence":
        title = words(next(spec.title_key for spec in PAGES if spec.slug == slug))
        address = "/l/en" if slug == "evidence" else f"/l/en/{slug}"
        assert shell == f'<p>{words("app.no_script")} <a href="{address}">{html.escape(title)}</a></p>'
    else:
        assert "same facts" not in shell
        assert "all conditions and what is known about each" in shell
        assert shell.endswith(f'<a href="/l/en">{words("evidence.title")}</a></p>')


def test_every_condition_and_study_has_first_words_of_its_own(dataset: Dataset, words: Words) -> None:
    for name in dataset.condition_by_id:
        said = first_words("condition", name, dataset, words).said
        if words.has(f"conditions.{name}.warning"):
            assert said[0] == words(f"conditions.{name}.warning")
            said = said[1:]
        assert said[0] == verdict(label_of(dataset, name), words(f"conditions.{name}.inline"), words)
        assert [part.split(":")[0] for part in said[1:]] == ["How sure", "How much"]
    for study in dataset.studies:
        assert first_words("study", study.id, dataset, words).said == (*flags(study, words), study.plain)


def test_warnings_stand_before_anything_else(dataset: Dataset, words: Words) -> None:
    said = first_said(ask(OURS, "/condition", "condition=opioid-withdrawal"))
    assert said.startswith("Coming off opioidsDo not try this yourself.")
    flagged = [study for study in dataset.studies if flags(study, words)]
    assert flagged
    assert first_words("study", flagged[0].id, dataset, words).said[0] == flags(flagged[0], words)[0]


@pytest.mark.parametrize(
    ("path", "query", "starts"),
    [
        ("/side-effects", "", "Side effects over timeWe found no study that counted how many days"),
        ("/claims", "", "What you may have heardFor most conditions we found no published trial"),
        ("/condition", "condition=nothing", "ConditionFor most"),
        ("/condition", "condition=<script>", "ConditionFor most"),
        ("/condition", "study=younger-2013-fibromyalgia", "ConditionFor most"),
        ("/study", "study=younger-2013-fibromyalgia", "Younger 2013"),
        ("/study", "study=YOUNGER-2013-fibromyalgia", "Younger 2013"),
        ("/study", "study=../../etc/passwd", "StudyFor most"),
    ],
)
def test_each_page_begins_with_words_of_its_own(path: str, query: str, starts: str) -> None:
    answer = ask(OURS, path, query)
    assert first_said(answer).startswith(starts)
    assert "passwd" not in answer.text and "nothing" not in answer.text.split("<template")[0].split("<body>")[1]


def test_our_fonts_are_preloaded_and_streamlits_is_not(page: Answer) -> None:
    preloads = [link["href"] for link in Reader(page.text).all("link") if link.get("rel") == "preload"]
    fonts = [str(href) for href in preloads if ".woff2" in str(href)]
    assert fonts == [LETTERS, BOLD, ICONS]
    assert all((ROOT / font.removeprefix("/app/").split("?v=")[0]).is_file() for font in fonts)
    assert "SourceSans" not in page.text


def test_the_front_end_is_told_where_its_server_is_before_it_starts(page: Answer) -> None:
    client = page.text.index("window.__streamlit={BACKEND_BASE_URL:location.origin")
    assert client < page.text.index('<script type="module"')
    assert re.search(r'allowedOrigins:\["https://[^"*]+"\]', page.text), "an empty list would not count"


def test_streamlits_agent_description_is_not_offered(page: Answer) -> None:
    assert "service-desc" not in page.text
    assert "openapi" not in page.text


def test_every_address_in_the_page_works_from_a_deep_link(page: Answer) -> None:
    read = Reader(page.text)
    entries = [entry for tag in ("link", "script") for entry in read.all(tag)]
    found = [address for entry in entries if (address := entry.get("href") or entry.get("src"))]
    assert len(found) >= 3
    assert all(address.startswith("/") and not address.startswith("//") for address in found), found
    assert '"./' not in page.text
    icons = [entry["href"] for entry in read.all("link") if entry.get("rel") == "icon"]
    assert icons == ["/app/static/icon.svg"]
    assert (ROOT / "static" / "icon.svg").is_file()


def test_nothing_is_loaded_from_another_site(page: Answer) -> None:
    for tag in ("link", "script", "img", "iframe"):
        for entry in Reader(page.text).all(tag):
            assert not str(entry.get("href") or entry.get("src") or "").startswith(("http", "//"))


def test_nothing_but_fonts_is_asked_for_before_the_words_stand(page: Answer) -> None:
    head, body = page.text.split("<body>")
    links = Reader(head).all("link")
    assert {link["rel"] for link in links} == {"icon", "preload", "stylesheet"}
    [sheet] = [link for link in links if link["rel"] == "stylesheet"]
    assert (sheet["media"], sheet["onload"]) == ("print", "this.media='all'")
    before, hints = body.split('<template id="ldn-hints">')
    assert "<h1 " in before
    assert hints.count('rel="modulepreload"') > 60
    assert [script["type"] for script in Reader(head).all("script") if "src" in script] == ["module"]
    assert not [script for script in Reader(body).all("script") if "src" in script]


def _without_its_own(page: str) -> str:
    page = re.sub(r'<title>.*?<meta property="og:image"', "", page, flags=re.DOTALL)
    page = re.sub(r'<div id="root">.*?</div>', "", page, flags=re.DOTALL)
    ours = r'<link rel="(?:modulepreload|preload" as="fetch)" crossorigin href="/app/static/picture/[^>]*>'
    return re.sub(rf'<link rel="modulepreload" fetchpriority="low"[^>]*>|{ours}', "", page)


@pytest.mark.parametrize("slug", [spec.slug for spec in PAGES])
def test_scripts_a_page_names_exist_and_are_named_once(slug: str) -> None:
    named = [
        str(link["href"]) for link in Reader(prepared_page("en", slug)).all("link") if link["rel"] == "modulepreload"
    ]
    assert len(named) == len(set(named))
    theirs = [name for name in named if not name.startswith("/app/")]
    assert all((FOLDER / name.removeprefix("/static/")).is_file() for name in theirs)
    ours = [name for name in named if name.startswith("/app/")]
    links = Reader(prepared_page("en", slug)).all("link")
    style = [str(link["href"]) for link in links if link.get("as") == "fetch"]
    assert any("/BidiComponent." in name for name in theirs)
    assert [*ours, *style] == [*(picture_address(path) for path in SCRIPTS), picture_address(STYLE_SHEET)]


def test_a_part_that_a_new_streamlit_has_not_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(chunks.BY_PAGE, "gone", ("NoSuchElement",))
    with pytest.raises(RuntimeError, match=r"0 scripts named NoSuchElement: adapt server/chunks\.py"):
        chunks.scripts_for("gone")


@pytest.mark.parametrize("slug", [spec.slug for spec in PAGES])
def test_every_page_of_the_dashboard_starts_with_it(slug: str, page: Answer) -> None:
    answer = ask(OURS, f"/{slug}", "evidence=younger-2013-fibromyalgia")
    assert not answer.passed_on
    assert _without_its_own(answer.text) == _without_its_own(page.text)


@pytest.mark.parametrize(
    "path",
    [
        "/nonsense", "/evidence/younger", "/<script>", "//evil.example/x", "/study/../../etc", "/nope.html", "/.env",
        "/index.html", "/favicon.ico", "/static/js/index.abc.js", "/static/media/a.woff2", "/...",
    ],
)  # fmt: skip
def test_an_address_we_do_not_have_leads_a_person_to_the_start_page(path: str) -> None:
    answer = ask(OURS, path)
    assert 300 <= answer.status < 400
    assert answer.headers["location"] == "/?lost=1"
    assert not answer.passed_on
    other = ask(OURS, path, wants="image/avif,*/*")
    assert (other.status, other.text, other.passed_on) == (404, "Not Found", False)


@pytest.mark.parametrize(
    ("path", "query", "meant"),
    [
        ("/evidence.", "", "/evidence"), ("/Evidence", "group=pain&lang=xx", "/evidence?group=pain&lang=xx"),
        ("/SAFETY/", "", "/safety"), ("/study).", "study=a", "/study?study=a"), ("/.", "", "/?lost=1"),
    ],
)  # fmt: skip
def test_an_address_out_of_a_sentence_leads_to_the_page_that_was_meant(path: str, query: str, meant: str) -> None:
    answer = ask(OURS, path, query)
    assert (answer.status, answer.headers["location"]) == (307, meant)


def test_head_gives_the_same_headers_and_no_body(page: Answer) -> None:
    answer = ask(OURS, method="HEAD")
    assert (answer.status, answer.body, answer.passed_on) == (200, b"", False)
    assert answer.headers == page.headers


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/health", "/_stcore/host-config", "/_stcore/stream", "/app/static/icon.svg", "/media/abc.png",
        "/component/x/y.js", "/robots.txt", "/sitemap.xml",
    ],
)  # fmt: skip
def test_assets_and_streamlits_own_paths_are_left_alone(path: str) -> None:
    answer = ask(OURS, path)
    assert (answer.status, answer.body, answer.passed_on) == (299, b"behind", True)
    assert answer.headers == {"x-behind": "yes"}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_anything_but_asking_for_a_page_is_left_alone(method: str) -> None:
    assert ask(OURS, method=method).passed_on


@pytest.mark.parametrize("kind", ["websocket", "lifespan"])
def test_streams_and_the_servers_life_are_left_alone(kind: str) -> None:
    assert ask(OURS, kind=kind).passed_on


@pytest.mark.parametrize(
    "query", ["lang=xx", "lang=", "lang=<script>", "lang=../../etc", "lang=%FF%00", "lang=" + "e" * 5000, "lang=EN"]
)
def test_a_bad_language_falls_back_to_english(query: str, page: Answer) -> None:
    answer = ask(OURS, query=query)
    assert (answer.status, answer.body) == (200, page.body)


def test_the_page_speaks_the_language_asked_for(monkeypatch: pytest.MonkeyPatch, forget: None, words: Words) -> None:
    own = {"app.name": "LDN <Belege>", "evidence.gist": 'Was "geprüft" wurde', "nav.evidence": "Belege & mehr"}
    german = Words("de", own, words.entries)
    monkeypatch.setattr(index_page, "languages", lambda: ("en", "de"))
    monkeypatch.setattr(index_page, "load_words", lambda code: german if code == "de" else words)
    answer = ask(OURS, "/evidence", "x=1&lang=de")
    assert Reader(answer.text).all("html")[0]["lang"] == "de"
    assert "<title>Belege &amp; mehr · LDN &lt;Belege&gt;</title>" in answer.text
    assert 'content="Was &quot;geprüft&quot; wurde"' in answer.text
    assert int(answer.headers["content-length"]) == len(answer.body)


GONE = ('<html lang="en">', "<title>", '<div id="root">', "SourceSans", 'rel="shortcut icon"')


@pytest.mark.parametrize("gone", GONE)
def test_a_changed_streamlit_page_is_noticed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, forget: None, gone: str
) -> None:
    source = index_page.SOURCE.read_text(encoding="utf-8")
    assert gone in source
    changed = tmp_path / "index.html"
    changed.write_text(source.replace(gone, "<!-- changed -->"), encoding="utf-8")
    monkeypatch.setattr(index_page, "SOURCE", changed)
    with pytest.raises(RuntimeError, match=r"adapt server/index_page\.py to this version"):
        prepared_page("en")


def test_the_page_is_prepared_once_per_language_and_address(forget: None) -> None:
    assert prepared_page("en") is prepared_page("en")
    assert prepared_page.cache_info().misses == 1
