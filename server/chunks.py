"""Which of Streamlit's scripts a page will need, so that its first HTML can name them.

Streamlit's front end asks for the script of an element (a select box, a picture, ...) only when the first such element
arrives over the WebSocket, wave after wave. Named in the HTML they are on their way with everything else.
"""

import re
from collections.abc import Sequence
from functools import cache

from server.assets import FOLDER, read_asset

# The elements every page has: links, and the style and script at the end of the frame.
EVERYWHERE = ("PageLink", "Html")
PICTURE = "BidiComponent"
# The page that shows no picture. What the next page needs for its pictures can come when this one is done.
WITHOUT_PICTURES = frozenset({""})
# What single pages have besides; a browser test says which are missing here.
BY_PAGE = {
    "": ("Selectbox",),
    "studies": ("TextInput", "Multiselect", "Checkbox", "Button"),
    "search": ("TextInput",),
    "visit": ("DownloadButton",),
}
IMPORT = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")


@cache
def scripts_for(slug: str) -> tuple[str, ...]:
    """File names of the scripts of a page's elements and of all that these import, in the order they are needed.

    Raises RuntimeError when a new Streamlit has no script of that name.
    """
    pictures = () if slug in WITHOUT_PICTURES else (PICTURE,)
    return _with_imports((*EVERYWHERE, *pictures, *BY_PAGE.get(slug, ())))


@cache
def scripts_later(slug: str) -> tuple[str, ...]:
    """File names of scripts that only the pages after this one need, as a page without pictures does not."""
    return tuple(name for name in _with_imports((PICTURE,)) if name not in scripts_for(slug))


def _with_imports(elements: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting = [_script(element) for element in elements]
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            waiting += IMPORT.findall(read_asset(FOLDER / "js" / name).decode())
    return tuple(found)


def _script(element: str) -> str:
    names = sorted(path.name for path in (FOLDER / "js").glob(f"{element}.*.js"))
    if len(names) != 1:
        raise RuntimeError(
            f"Streamlit has {len(names)} scripts named {element}: adapt server/chunks.py to this version"
        )
    return names[0]
