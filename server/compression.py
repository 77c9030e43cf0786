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
    named = {part.split(";")[0].strip() for part in accepted.lower().split(",") if "q=0" not in part.split(";")[1:]}
    return next((encoding for encoding in ENCODINGS if encoding in named), "")


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
