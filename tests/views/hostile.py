"""Addresses a stranger might send, and what a note about one of them may look like."""

import re

BAD = {
    "script": "<script>alert(1)</script>",
    "nonsense": "nonsense",
    "long": "x" * 5000,
    "markdown": "**bold** [link](https://evil.example) `code` $x$ ![i](j)",
    "underscores": "__bold__ _italic_",
    "web": "www.evil-site.com",
    "mail": "somebody@evil-site.com",
    "directive": ":red[text] :material/home:",
    "traversal": "../../etc/passwd",
    "control": "a\u202eb\x00c\nd",
}
MARKUP = re.compile(r"[<>\[\]`$*|\\]|__|(?<!\w)_|_(?!\w)|www\.|https?:|\S@\S|:\w+\[|:material|[\x00-\x1f\u202e]")


def is_plain(note: str) -> bool:
    """Whether nothing in the note would be acted on by Markdown or HTML."""
    return MARKUP.search(note) is None and len(note) < 200
