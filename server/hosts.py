"""The host a request names, when it is one that may be repeated: in an answer, in a policy."""

import re

from starlette.datastructures import Headers
from starlette.types import Scope

# No longer than a name in the domain name system and a port. An IPv6 address is none: a policy could not name it.
LONGEST = 260
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?", re.IGNORECASE)


def plain_host(scope: Scope) -> str:
    """Such as ldn.example.org or 192.168.0.7:8501, in small letters; "" when the header is missing or anything else."""
    named = Headers(scope=scope).getlist("host")
    if len(named) != 1 or len(named[0]) > LONGEST or not _HOST.fullmatch(named[0]):
        return ""
    return named[0].lower()
