"""The static site: it stands at any address, every link in it leads somewhere, and it harms no other file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest

from components.ui.public import VARIABLE
from content.text import Words
from data.dataset import Dataset
from server.light_pages import light_addresses, light_page
from server.site_check import faults_in
from server.site_folder import LIST, replace_files
from server.static_site import main, site_files, write_site

# The root of a host, a folder below it, and a folder nobody has told us of.
PLACES = ("https://ldn.example.org", "https://example.org/clinic/ldn", None)
UNTOLD = "https://example.org/somewhere"


@dataclass(frozen=True)
class Site:
    """The site as it is written for one public address."""

    base: str | None
    files: dict[str, bytes]


@pytest.fixture(params=PLACES, scope="module")
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    base: str | None = request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(VARIABLE, raising=False)
        if base:
            patch.setenv(VARIABLE, base)
        light_page.cache_clear()
        yield Site(base, site_files(base))
        light_page.cache_clear()


def leading(html: bytes) -> list[tuple[str, str]]:
    """Relation (empty for a plain link) and target of every link of a page."""
    assert b"<base" not in html
    return re.findall(r'<(?:a|link|use)\b(?: rel="([^"]*)")?[^>]*? href="([^"]*)"', html.decode())


def test_wherever_the_site_stands_every_link_stays_in_it(site: Site) -> None:
    base, files = site.base or UNTOLD, site.files
    looked_at = 0
    for path, body in files.items():
        # Without its address nobody can know where a page for any address stands.
        if not path.endswith(".html") or (path == "404.html" and site.base is None):
            continue
        at = f"{base}/elsewhere/x/y" if path == "404.html" else f"{base}/{path.removesuffix('index.html')}"
        for _, link in leading(body):
            target = urljoin(at, link)
            if link.startswith("#"):
                assert f'id="{link[1:]}"'.encode() in body, (path, link)
                continue
            if urlsplit(target).netloc != urlsplit(base).netloc:
                continue
            looked_at += 1
            assert target.startswith(f"{base}/"), (path, link)
            way = target.removeprefix(f"{base}/").partition("#")[0]
            assert (f"{way}index.html" if way.endswith("/") or not way else way) in files, (path, link)
    assert looked_at > 3000


def test_a_page_and_the_sitemap_give_the_same_public_address(site: Site) -> None:
    files = site.files
    if site.base is None:
        assert "sitemap.xml" not in files and "robots.txt" not in files
        return
    for paths in light_addresses():
        own = f"{site.base}{paths['en']}/"
        links = leading(files[f"{paths['en'][1:]}/index.html"])
        assert ("canonical", own) in links and ("alternate", own) in links
        assert f"<loc>{own}</loc>".encode() in files["sitemap.xml"]
        assert f'property="og:url" content="{own}"'.encode() in files[f"{paths['en'][1:]}/index.html"]


def test_first_page_has_a_name_a_language_and_a_plain_link(words: Words) -> None:
    tree = html5lib.parse(site_files(None)["index.html"].decode(), namespaceHTMLElements=False)
    assert tree.get("lang") == "en"
    assert tree.findtext(".//title") == words("app.name")
    assert [(link.get("href"), link.text) for link in tree.iter("a")] == [("l/en/", words("evidence.title"))]


def test_page_for_unknown_addresses_says_so_and_leads_to_every_condition(dataset: Dataset, words: Words) -> None:
    page = site_files("https://example.org/ldn")["404.html"]
    assert words("light.missing").encode() in page
    links = {link for _, link in leading(page)}
    assert {f"/ldn/l/en/condition/{record.id}/" for record in dataset.conditions} <= links


@pytest.mark.parametrize("site", PLACES[1:2], indirect=True)
def test_the_whole_site_is_found_without_fault(tmp_path: Path, site: Site) -> None:
    assert write_site(tmp_path) == len(list(light_addresses()))
    assert faults_in(tmp_path, site.base) == []


PAGE = '<!doctype html><html lang="en"><head><title>x</title></head><body>{}</body></html>'


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<a href="gone/">x</a>', "a/index.html: gone/ leads to a/gone/index.html, which is not in the site."),
        ('<a href="../b/#no">x</a>', 'a/index.html: ../b/#no leads to b/index.html, where no id is "no".'),
        ('<a href="#no">x</a>', 'a/index.html: #no leads to a/index.html, where no id is "no".'),
        ('<a href="/b/">x</a>', "a/index.html: /b/ starts at the root of the host"),
        ('<a href="../../b/">x</a>', "a/index.html: ../../b/ leads to ../b/index.html, which is not in the site."),
        ('<img alt="" src="no.png">', "a/index.html: no.png leads to a/no.png, which is not in the site."),
        (f'<a href="{PLACES[1]}/c/">x</a>', f"a/index.html: {PLACES[1]}/c/ leads to c/index.html"),
        ("<p><div></p>", "a/index.html: line 1 is not valid HTML (unexpected-end-tag"),
        ('<p id="x"></p><p id="x"></p>', 'a/index.html: id "x" stands 2 times.'),
        ('<p aria-labelledby="y"></p>', 'a/index.html: "y" is named, and no element has this id.'),
    ],
)
def test_a_fault_is_told_with_its_file_and_what_to_do(tmp_path: Path, body: str, told: str) -> None:
    good = '<p id="yes"><a href="../a/">x</a> <a href="#yes">x</a> <a href="https://else.example/x">x</a></p>'
    for name, inside in (("a", body), ("b", good)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(PAGE.format(inside), encoding="utf-8")
    [fault, *further] = faults_in(tmp_path, PLACES[1])
    assert fault.startswith(told) and fault.endswith(".")
    assert all(other.startswith("a/index.html") for other in further)


def test_a_page_the_sitemap_names_and_nobody_wrote_is_told(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text("<loc>https://a.example/l/en/</loc>", encoding="utf-8")
    [fault] = faults_in(tmp_path, "https://a.example")
    assert fault.startswith("sitemap.xml: https://a.example/l/en/ leads to l/en/index.html, which is not in the site.")


def test_the_command_fails_when_a_link_is_dead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert main([str(tmp_path / "good")]) == 0
    monkeypatch.setattr("server.static_site.ASSETS", ("static/share.png",))
    capsys.readouterr()
    assert main([str(tmp_path / "bad")]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "l/en/index.html: ../../app/static/icon.svg leads to app/static/icon.svg, which is not" in said.err


def test_what_an_earlier_run_wrote_goes_with_its_folders(tmp_path: Path) -> None:
    replace_files(tmp_path, {"l/en/study/old/index.html": b"old", "index.html": b"old"})
    replace_files(tmp_path, {"index.html": b"new"})
    assert {path.name for path in tmp_path.iterdir()} == {"index.html", LIST}
    assert (tmp_path / "index.html").read_bytes() == b"new"


@pytest.mark.parametrize("theirs", ["thesis.txt", "index.html", "l/en/notes/index.html"])
def test_a_folder_with_files_of_others_is_left_as_it_is(tmp_path: Path, theirs: str) -> None:
    before = {"404.html": b"old", "l/en/index.html": b"old"}
    replace_files(tmp_path, before)
    (tmp_path / theirs).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / theirs).write_bytes(b"theirs")
    with pytest.raises(ValueError, match=r"was not written by an earlier run.*Name another folder"):
        replace_files(tmp_path, {"index.html": b"new"})
    kept = {path: (tmp_path / path).read_bytes() for path in before}
    assert kept == before and (tmp_path / theirs).read_bytes() == b"theirs"


def test_a_list_that_names_files_elsewhere_removes_nothing_there(tmp_path: Path) -> None:
    outside, folder = tmp_path / "thesis.txt", tmp_path / "site"
    outside.write_bytes(b"theirs")
    folder.mkdir()
    (folder / LIST).write_text(f"../thesis.txt\n{outside}\n", encoding="utf-8")
    replace_files(folder, {"index.html": b"new"})
    assert outside.read_bytes() == b"theirs"


def test_the_command_refuses_kindly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.txt").write_bytes(b"theirs")
    assert main([str(tmp_path)]) == 1
    assert "thesis.txt was not written by an earlier run" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    assert main([str(tmp_path / "thesis.txt")]) == 1
    assert "is a file, and the site needs a folder. Name another one." in capsys.readouterr().err
