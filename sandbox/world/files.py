"""Files that people and bots have sent, by id and by path, in memory."""

import hashlib
import secrets
import struct

from sandbox.world.model import StoredFile

_ID_LENGTH = 40
_PICTURES = {
    b"\x89PNG\r\n\x1a\n": ("image/png", "png"),
    b"\xff\xd8\xff": ("image/jpeg", "jpg"),
    b"GIF8": ("image/gif", "gif"),
    b"RIFF": ("image/webp", "webp"),
}


class Files:
    """Keeps every file for as long as the sandbox lives."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, data: bytes, name: str, mime: str, folder: str) -> StoredFile:
        """Stores the bytes under a new id, and a path in `folder`."""
        found, ending = picture_kind(data)
        width, height = picture_size(data)
        if not ending:
            ending = name.rsplit(".", 1)[-1] if "." in name else "bin"
        file = StoredFile(
            file_id=secrets.token_urlsafe(30)[:_ID_LENGTH],
            unique_id="AQAD" + hashlib.sha256(data).hexdigest()[:16],
            data=data,
            name=name,
            mime=mime or found or "application/octet-stream",
            path=f"{folder}/file_{len(self._by_id) + 1}.{ending}",
            width=width,
            height=height,
        )
        self._by_id[file.file_id] = self._by_path[file.path] = file
        return file

    def get(self, file_id: str) -> StoredFile | None:
        """By id; a picture's smaller sizes have ids that are one letter longer."""
        return self._by_id.get(file_id[:_ID_LENGTH]) if len(file_id) <= _ID_LENGTH + 1 else None

    def at_path(self, path: str) -> StoredFile | None:
        """By the file_path that getFile gave."""
        return self._by_path.get(path)


def picture_kind(data: bytes) -> tuple[str, str]:
    """MIME type and ending of a picture; ("", "") for anything else."""
    for mark, kind in _PICTURES.items():
        if data.startswith(mark) and (mark != b"RIFF" or data[8:12] == b"WEBP"):
            return kind
    return "", ""


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels from the picture's header; (0, 0) for what is none."""
    try:
        match picture_kind(data)[1]:
            case "png":
                width, height = struct.unpack(">II", data[16:24])
            case "gif":
                width, height = struct.unpack("<HH", data[6:10])
            case "jpg":
                width, height = _jpeg_size(data)
            case "webp":
                width, height = _webp_size(data)
            case _:
                return 0, 0
    except (struct.error, IndexError):
        return 0, 0
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return 0, 0
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        # The frame headers, but not the tables DHT, JPG, DAC among them.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return 0, 0


def _webp_size(data: bytes) -> tuple[int, int]:
    match data[12:16]:
        case b"VP8 ":
            width, height = struct.unpack("<HH", data[26:30])
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            bits = struct.unpack("<I", data[21:25])[0]
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            width = int.from_bytes(data[24:27], "little") + 1
            return width, int.from_bytes(data[27:30], "little") + 1
        case _:
            return 0, 0
