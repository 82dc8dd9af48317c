"""The answer of a bot platform's server: its result, or why not. Decides nothing about sending."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from telegram.error import NetworkError, TelegramError


class NotSent(NetworkError):
    """Failed before anything left this machine for the platform: certainly not done."""


class MaybeSent(NetworkError):
    """Failed after the request was written: it may have been done."""


@dataclass(eq=False)
class Rejected(TelegramError):
    """The server said no.

    `code` is its own error code, else the HTTP status. `spoken` is False when the answer was not
    the platform's JSON: then something between us and the platform answered.
    """

    code: int
    description: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)
    spoken: bool = True

    def __post_init__(self) -> None:
        super().__init__(f"{self.code} {self.description}".strip())


def parsed(body: bytes) -> Any:
    """The JSON in a body, bytes that are no UTF-8 kept as lone surrogates. Raises ValueError."""
    try:
        return json.loads(body.decode("utf-8", "surrogateescape"))
    except RecursionError:
        raise ValueError("nested too deep") from None


def result_of(status: int, body: bytes) -> Any:
    """What the server answered to a request that it may have carried out.

    Raises Rejected when it did not, MaybeSent for an answer that says neither yes nor no. Zalo
    says no with HTTP 200, so `ok` decides and the status only where there is no `ok`.
    """
    try:
        answer = parsed(body)
    except ValueError:
        answer = None
    if isinstance(answer, dict):
        if answer.get("ok") is True and "result" in answer and 200 <= status < 300:
            return answer["result"]
        if answer.get("ok") is False:
            raise _refusal(status, answer)
    if 200 <= status < 300:
        raise MaybeSent(f"odd answer with status {status}, {len(body)} bytes")
    raise Rejected(status, spoken=False)


def _refusal(status: int, answer: dict[str, Any]) -> Rejected:
    code, description = answer.get("error_code"), answer.get("description")
    parameters = answer.get("parameters")
    return Rejected(
        code if isinstance(code, int) and not isinstance(code, bool) else status,
        " ".join(description[:300].split()) if isinstance(description, str) else "",
        parameters if isinstance(parameters, dict) else {},
    )
