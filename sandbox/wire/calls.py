"""What a request to a platform is, and what its reply is. No sockets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

JSON = b"application/json"
HTML = b"text/html"


@dataclass(slots=True)
class Upload:
    """A file inside a multipart body."""

    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Call:
    """One request: which platform, whose token, which method, with what."""

    kind: str
    token: str
    method: str
    params: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)
    verb: str = "POST"


@dataclass(slots=True)
class Reply:
    """One response. `cut`: "" (whole), "at once" (no byte is sent), "half" (then the end)."""

    status: int
    body: bytes
    mime: bytes = JSON
    cut: str = ""


class ApiError(Exception):
    """A refusal in the platform's own words."""

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class Raw(bytes):
    """A result that is already JSON."""

    __slots__ = ()


class Interrupted(Exception):
    """A waiting call must be looked at again from the start: the faults have changed."""
