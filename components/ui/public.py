"""The address under which the public reaches this server, if whoever runs it has said so."""

import os
import re

VARIABLE = "LDN_PUBLIC_URL"
LIGHT = "/l"
PRINT = "/print"
_ADDRESS = re.compile(r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:/[\w./-]*)?", re.IGNORECASE)


def public_url() -> str | None:
    """Such as https://ldn.example.org, without a slash at its end. None when it is not set.

    Raises ValueError when it is set to something that is no web address.
    """
    given = os.environ.get(VARIABLE, "").strip().rstrip("/")
    if not given:
        return None
    if not _ADDRESS.fullmatch(given):
        raise ValueError(
            f"{VARIABLE} is {given!r}, which is no web address. Write it like https://ldn.example.org, or leave it "
            "unset: QR codes and share previews then stay off."
        )
    return given


def absolute(path: str) -> str:
    """The public address of a path; the path itself where no public address is known."""
    return f"{public_url() or ''}{path}"


def light_path(page: str, language: str, record: str = "") -> str:
    """The address of a light page: complete without JavaScript, and what QR codes point to."""
    tail = {"evidence": "", "condition": f"/condition/{record}", "study": f"/study/{record}"}.get(page, f"/{page}")
    return f"{LIGHT}/{language}{tail}"


def print_path(language: str, name: str) -> str:
    """The address of a ready-made print by its file name."""
    return f"{PRINT}/{language}/{name}"


def coded_address(condition: str, language: str) -> str | None:
    """What the QR code on a condition's print carries; None where no public address is known."""
    return None if public_url() is None else absolute(light_path("condition", language, condition))
