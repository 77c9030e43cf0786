"""Streamlit's own files leave the server compressed and are kept for ever; nothing else is touched."""

import gzip
import hashlib
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from fontTools.ttLib import TTFont
from starlette.types import ASGIApp

from server.assets import (
    BOLD,
    FACES,
    FOLDER,
    ICONS,
    LETTERS,
    OUR_FOLDER,
    CompressedAssets,
    compress_ahead,
    make_ready,
    pack_next,
    read_asset,
)
from server.compression import encoding_for, packed
from server.index_page import prepared_page
from tests.server import icon_font
from tests.server.ask import Answer, ask
from tests.server.icon_font import drawn_icons, icon_names

SCRIPT = b"let words = 'ldn';" * 200
Ask = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "inside"
    (inside / "js").mkdir(parents=True)
    (inside / "js" / "index.abc.js").write_bytes(SCRIPT)
    (inside / "font.woff2").write_bytes(b"\x00\x01font")
    (tmp_path / "secret.js").write_text("secret", encoding="utf-8")
    return inside


@pytest.fixture
def asked(folder: Path) -> Ask:
    def one(path: str, *, accept: str = "br", method: str = "GET") -> Answer:
        return ask(lambda app: CompressedAssets(app, folder=folder), path, accept=accept, method=method)

    return one


def test_script_is_sent_in_brotli_and_kept_for_ever(asked: Ask) -> None:
    answer = asked("/static/js/index.abc.js")
    assert answer.status == 200
    assert answer.headers["content-encoding"] == "br"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-length"] == str(len(answer.body))
    assert brotli.decompress(answer.body) == SCRIPT
    assert len(answer.body) < 100


def test_browser_without_brotli_gets_gzip_and_one_without_both_the_plain_file(asked: Ask) -> None:
    zipped = asked("/static/js/index.abc.js", accept="gzip, deflate")
    assert zipped.headers["content-encoding"] == "gzip"
    assert gzip.decompress(zipped.body) == SCRIPT
    plain = asked("/static/js/index.abc.js", accept="identity")
    assert "content-encoding" not in plain.headers
    assert plain.headers["vary"] == "accept-encoding"
    assert plain.body == SCRIPT


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"), ("BR", "br"), ("gzip;q=0.8, br;q=0", "gzip"), ("br;q=0, gzip;q=0", ""),
        ("", ""), ("zstd", ""), ("x-br", ""), ("br;q=0.0, gzip", "gzip"), ("br; q=0,gzip", "gzip"),
        ("br ;q=0, gzip", "gzip"), ("br;Q=0.000", ""), ("br; q = 0", ""), ("br;q=", ""), ("br;q=-1", ""),
        ("br;q=nan", ""), ("br;q=words", ""), ("br ; q=0.001", "br"), ("gzip;q=1.0, br;q=0.5", "br"), ("br;x=0", "br"),
        (";q=1,,;", ""),
    ],
)  # fmt: skip
def test_the_encoding_is_one_the_browser_named(accepted: str, encoding: str) -> None:
    assert encoding_for(accepted) == encoding


def test_font_is_not_compressed_again(asked: Ask) -> None:
    answer = asked("/static/font.woff2")
    assert "content-encoding" not in answer.headers
    assert answer.body == b"\x00\x01font"


def test_head_tells_the_length_and_sends_nothing(asked: Ask) -> None:
    answer = asked("/static/js/index.abc.js", method="HEAD")
    assert int(answer.headers["content-length"]) > 0
    assert answer.body == b""


@pytest.mark.parametrize(
    "path",
    ["/static/../secret.js", "/static/../../etc/passwd", "/static/nothing.js", "/static/", "/", "/app/static/icon.svg"],
)
def test_everything_else_is_passed_on(asked: Ask, path: str) -> None:
    assert asked(path).passed_on


def test_streamlits_style_sheet_leaves_two_fonts_to_the_page() -> None:
    (sheet,) = (FOLDER / "css").glob("index.*.css")
    before, after = sheet.read_bytes(), read_asset(sheet)
    for name in (b"MaterialSymbols-Rounded.", b"SourceSansVF-Upright."):
        assert before.count(name) == 1
        assert name not in after
    assert after.count(b"@font-face") == before.count(b"@font-face") - 2
    assert len(before) - len(after) < 500, "only these two rules have gone"
    for family in ("Material Symbols Rounded", "Source Sans"):
        assert f"font-family:{family};".encode() in before
        assert f'font-family:"{family}";' in FACES


def test_every_icon_named_anywhere_is_in_our_icon_font() -> None:
    ours = drawn_icons(TTFont(icon_font.ICONS))
    (source,) = (FOLDER / "media").glob("MaterialSymbols-Rounded.*.woff2")
    drawn = drawn_icons(TTFont(source))
    named = icon_names()
    assert {"home", "health_and_safety", "expand_more", "close", "error"} <= named
    missing = {name for name in named & drawn.keys() if name not in ours}
    assert not missing, f"not in the icon font, run make icons: {', '.join(sorted(missing))}"
    assert icon_font.ICONS.stat().st_size < 30_000


def test_file_is_compressed_only_once(asked: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    efforts: list[int] = []

    def counted(body: bytes, encoding: str, quality: int) -> bytes:
        efforts.append(quality)
        return packed(body, encoding, quality)

    monkeypatch.setattr("server.assets.packed", counted)
    answers = [asked("/static/js/index.abc.js") for _ in range(3)]
    assert len(efforts) == 1
    assert len({answer.body for answer in answers}) == 1


def test_scripts_of_the_first_page_are_ready_before_anybody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    named = compress_ahead(prepared_page("en"))
    assert named > 30
    monkeypatch.setattr("server.assets.packed", lambda *_: pytest.fail("a script was packed a second time"))
    assert compress_ahead(prepared_page("en")) == named


def test_what_was_packed_quickly_is_packed_as_small_as_it_gets_and_says_the_same(tmp_path: Path) -> None:
    script = b"".join(b"function f%d(a){return a*%d+%d}" % (n, n * 7919 % 1000, n * n) for n in range(4000))
    file = tmp_path / "large.js"
    file.write_bytes(script)
    quick = make_ready(file)
    assert brotli.decompress(quick.body) == script
    while (tight := make_ready(file)) is quick:
        pack_next()
    assert len(tight.body) < len(quick.body)
    assert brotli.decompress(tight.body) == script
    assert dict(tight.headers)[b"content-length"] == str(len(tight.body)).encode()
    assert dict(tight.headers)[b"content-encoding"] == b"br"


def test_our_files_are_kept_for_ever_only_at_an_address_with_their_version(folder: Path) -> None:
    def wrap(app: ASGIApp) -> CompressedAssets:
        return CompressedAssets(app, folder=folder, prefix="/app/static/", versioned=True)

    address = "/app/static/js/index.abc.js"
    for _ in range(2):
        answer = ask(wrap, address, query="v=123", accept="br")
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert brotli.decompress(answer.body) == SCRIPT
        answer = ask(wrap, address, accept="br")
        assert answer.headers["cache-control"] == "public, max-age=3600"
        assert brotli.decompress(answer.body) == SCRIPT
    assert ask(wrap, "/app/static/../secret.js", query="v=123").passed_on


def test_every_font_is_named_with_the_version_of_its_bytes() -> None:
    """A font that changes and keeps its address would stay the old one for a year on every device that has it."""
    fonts = OUR_FOLDER / "fonts"
    names = {path.name for path in fonts.glob("*.woff2")}
    with (OUR_FOLDER.parent / ".streamlit" / "config.toml").open("rb") as file:
        named = [f"/{face['url']}" for face in tomllib.load(file)["theme"]["fontFaces"]]
    named += [LETTERS, BOLD, ICONS]
    assert {address.removeprefix("/app/static/fonts/").split("?")[0] for address in named} == names
    for address in named:
        name = address.removeprefix("/app/static/fonts/").split("?")[0]
        version = hashlib.sha256((fonts / name).read_bytes()).hexdigest()[:12]
        assert address == f"/app/static/fonts/{name}?v={version}", "write this version in .streamlit/config.toml"


def test_the_fonts_of_the_head_are_those_streamlit_asks_for() -> None:
    """The very same addresses: any other would be loaded a second time."""
    assert re.findall(r"url\(([^)]*)\)", FACES) == [ICONS, LETTERS]
    assert all(f'href="{font}" as="font"' in prepared_page("en") for font in (LETTERS, BOLD, ICONS))
