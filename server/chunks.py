"""Which of Streamlit's scripts a page will need, so that its first HTML can name them.

Streamlit's front end asks for the script of an element (a select box, a picture, ...) only when the first such element
arrives over the WebSocket, wave after wave. Named in the HTML they are on their way with everything else.
"""

import re
from functools import cache

from server.assets import FOLDER, read_asset

# The elements every page has: links, pictures (its foot is one), and the script at the end of the frame.
EVERYWHERE = ("PageLink", "BidiComponent", "Html")
# What single pages have besides; a browser test says which are missing here.
BY_PAGE = {
    "": ("Selectbox",),
    "studies": ("TextInput", "Button"),
    "search": ("TextInput",),
    "visit": ("DownloadButton",),
}
IMPORT = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")


@cache
def scripts_for(slug: str) -> tuple[str, ...]:
    """File names of the scripts of a page's elements and of all that these import, in the order they are needed.

    Raises RuntimeError when a new Streamlit has no script of that name.
    """
    found: dict[str, None] = {}
    waiting = [_script(element) for element in (*EVERYWHERE, *BY_PAGE.get(slug, ()))]
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
