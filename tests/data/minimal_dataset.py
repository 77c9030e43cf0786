"""The smallest sound dataset on disk: the ids the study template uses, every other list empty."""

from pathlib import Path

LISTS = {
    "conditions": "- {id: fibromyalgia, group: pain}\n- {id: migraine, group: pain}\n",
    "outcomes": "- {id: pain, better: lower}\n",
    "side_effects": "- {id: vivid-dreams, group: sleep}\n",
    "sources": "[]\n",
    "safety": "[]\n",
    "dosing": "[]\n",
    "responses": "[]\n",
    "claims": "[]\n",
    "questions": "[]\n",
    "passages": "[]\n",
    "hosts": "- {id: www.fda.gov, owner: US Food and Drug Administration}\n",
    "printed_references": "[]\n",
    "ratings": "[]\n",
    "trials": "[]\n",
    "glossary": "[]\n",
    "diary": "[]\n",
    "checks/second-reading": "[]\n",
    "mechanisms": "steps: []\nparameters: []\n",
    "release": 'version: "2026.11"\nchecked: 2026-11-22\nreviews: []\n',
}
STUDY = "author-2020-topic"


def write_minimal(folder: Path, *, study: str | None = None, **lists: str) -> Path:
    """Write the dataset into `folder`: `study` is its one study's text, `lists` replace whole lists."""
    for name in ("studies", "checks"):
        (folder / name).mkdir(parents=True)
    for stem, text in {**LISTS, **lists}.items():
        (folder / f"{stem}.yaml").write_text(text, encoding="utf-8")
    if study is not None:
        (folder / "studies" / f"{STUDY}.yaml").write_text(study, encoding="utf-8")
    return folder
