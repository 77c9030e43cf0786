"""The folder a site is written into: files of an earlier run go, and nothing of anybody else is touched."""

from collections.abc import Mapping
from pathlib import Path

# What we wrote, one path a line: the only files that a later run may replace or remove.
LIST = ".ldn-site"


def replace_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` by their paths, and remove those of an earlier run that are not among them.

    Raises ValueError, and changes nothing, when the folder holds files that no earlier run has written.
    """
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{folder} is a file, and the site needs a folder. Name another one.")
    earlier, found = _earlier(folder), _files(folder)
    if foreign := sorted(found - earlier):
        raise ValueError(
            f"{folder / foreign[0]} was not written by an earlier run ({len(foreign)} such files), so nothing was "
            f"changed in {folder}. Name another folder, or move these files away first."
        )
    for path in found - set(files):
        (folder / path).unlink()
        _remove_empty((folder / path).parent, folder)
    folder.mkdir(parents=True, exist_ok=True)
    # Before the files, so that a run that was stopped half-way can be repeated.
    (folder / LIST).write_text("\n".join(sorted(files)) + "\n", encoding="utf-8")
    for path, body in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)


def _earlier(folder: Path) -> frozenset[str]:
    listed = folder / LIST
    return frozenset(listed.read_text(encoding="utf-8").splitlines()) if listed.is_file() else frozenset()


def _files(folder: Path) -> set[str]:
    """All files in the folder but hidden ones (.git, .DS_Store), which are never touched."""
    inside = (path.relative_to(folder) for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return {path.as_posix() for path in inside if not any(part.startswith(".") for part in path.parts)}


def _remove_empty(inner: Path, folder: Path) -> None:
    while inner != folder and not any(inner.iterdir()):
        inner.rmdir()
        inner = inner.parent
