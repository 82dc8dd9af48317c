"""Files kept by their content in data_dir/files/aa/<sha256>. Knows no tables."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

# What a file begins with, and what that makes it; a name or a claimed type proves nothing.
_SIGNS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),  # Word and Excel of today
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),  # and of yesterday
)


class WrongKind(Exception):
    """The content is none of the kinds that are kept."""


def mime_of(path: Path) -> str:
    """What the content is by its first bytes. Raises WrongKind."""
    with path.open("rb") as file:
        head = file.read(16)
    for sign, mime in _SIGNS:
        if head.startswith(sign):
            return mime
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    raise WrongKind


def scratch(root: Path) -> Path:
    """An empty file of ours beside the kept ones, to download into."""
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=root, prefix="coming-")
    os.close(handle)
    return Path(name)


def place(root: Path, sha256: str) -> Path:
    """Where the file with this content lies."""
    return root / sha256[:2] / sha256


def keep(root: Path, coming: Path) -> tuple[str, int]:
    """Moves a finished download to its place; its SHA-256 and size in bytes."""
    digest = hashlib.sha256()
    with coming.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
        size = file.tell()
        os.fsync(file.fileno())
    name = digest.hexdigest()
    target = place(root, name)
    target.parent.mkdir(exist_ok=True, mode=0o700)
    coming.replace(target)
    return name, size
