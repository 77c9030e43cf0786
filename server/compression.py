"""Bodies compressed once and kept: Brotli where the browser takes it, else gzip, else as they are."""

import gzip
from functools import lru_cache

import brotli

QUALITY = {"br": 9, "gzip": 6}
# Far more than there are light pages, index pages and assets of Streamlit together; a bound all the same.
MOST = 2048


def encoding_for(accepted: str) -> str:
    """The best encoding a browser names in its accept-encoding header; "" when it takes none of ours."""
    named = {part.split(";")[0].strip() for part in accepted.lower().split(",") if "q=0" not in part.split(";")[1:]}
    return next((encoding for encoding in QUALITY if encoding in named), "")


@lru_cache(maxsize=MOST)
def compressed(body: bytes, encoding: str) -> bytes:
    """The body in an encoding; unchanged for ""."""
    if encoding == "br":
        packed: bytes = brotli.compress(body, quality=QUALITY["br"])
        return packed
    return gzip.compress(body, QUALITY["gzip"], mtime=0) if encoding == "gzip" else body
