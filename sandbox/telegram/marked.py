"""What parsing a markup yields: bare text and entities, or the refusal. Reads no markup."""

from typing import Any

from sandbox.wire.calls import ApiError

Parsed = tuple[str, list[dict[str, Any]]]


class Writer:
    """The bare text so far, measured in UTF-16 units."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.units = 0
        self.entities: list[dict[str, Any]] = []

    def add(self, text: str) -> None:
        """More of the bare text."""
        self.parts.append(text)
        self.units += len(text.encode("utf-16-le")) // 2

    def close(self, kind: str, start: int, **more: Any) -> None:
        """An entity from `start` to here, unless it is empty."""
        if self.units > start:
            self.entities.append(
                {"offset": start, "length": self.units - start, "type": kind, **more}
            )

    def parsed(self) -> Parsed:
        """All of it, outer entities before inner ones."""
        return "".join(self.parts), sorted(
            self.entities, key=lambda entity: (entity["offset"], -entity["length"])
        )


def place(text: str, at: int) -> int:
    """The byte at which a mistake stands."""
    return len(text[:at].encode())


def mistake(why: str) -> ApiError:
    """The refusal."""
    return ApiError(400, f"Bad Request: can't parse entities: {why}")
