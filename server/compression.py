"""Bodies compressed once and kept: Brotli where the browser takes it, else gzip, else as they are."""

import gzip
from functools import lru_cache

import brotli

ENCODINGS = ("br", "gzip")
# How hard Brotli tries, 0 to 11: where somebody waits, for a page (it is kept), and while nobody waits.
QUICK, USUAL, TIGHT = 5, 9, 11
GZIP = 6
# Far more than there are light pages and index pages; a bound all the same.
MOST = 2048


def encoding_for(accepted: str) -> str:
    """The best encoding a browser names in its accept-encoding header; "" when it takes none of ours."""
    named = set()
    for part in accepted.lower().split(","):
        name, *parameters = part.split(";")
        if all(map(_wanted, parameters)):
            named.add(name.strip())
    return next((encoding for encoding in ENCODINGS if encoding in named), "")


def _wanted(parameter: str) -> bool:
    """False for a weight of nothing (`q=0`, `q=0.000`) and for one that cannot be read."""
    name, _, weight = parameter.partition("=")
    if name.strip() != "q":
        return True
    try:
        return float(weight) > 0
    except ValueError:
        return False


@lru_cache(maxsize=MOST)
def compressed(body: bytes, encoding: str) -> bytes:
    """A page's body in an encoding, kept; unchanged for ""."""
    return packed(body, encoding, USUAL)


def packed(body: bytes, encoding: str, quality: int) -> bytes:
    """The body in an encoding, Brotli at this quality (0 to 11); unchanged for ""."""
    if encoding == "br":
        smaller: bytes = brotli.compress(body, quality=quality)
        return smaller
    return gzip.compress(body, GZIP, mtime=0) if encoding == "gzip" else body
