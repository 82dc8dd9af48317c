"""What every channel offers to the loops, and its limits as data. Speaks to no platform itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from domain.delivery import Outcome
from domain.message import Incoming, Media, Text


class Raw(NamedTuple):
    """One update as it came, not yet understood. `raw` is its JSON in ASCII, so it is lossless.

    `update_key` is the platform's own id as text (Telegram: the update id; Zalo: chat id and
    message id); for something without any id, a hash of its content. The rest is what could be
    read without trusting it; "" or None where it could not.
    """

    update_key: str
    raw: str
    chat: str = ""
    sender: str = ""
    message_id: str | None = None
    reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What a platform takes: lengths in UTF-16 units, rates per second and minute."""

    text: int
    buttons: bool
    files_out: bool
    replies: bool
    per_second: float
    per_chat_per_second: float = 1.0
    per_chat_burst: int = 3
    per_group_per_minute: int = 20
    max_in_flight: int = 32
    monthly_quota: int | None = None
    max_users: int | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message ready for the platform: already split, choices with what a tap will carry."""

    chat: str
    text: Text
    buttons: tuple[tuple[str, str], ...] = ()  # (label, data ≤ 64 bytes)
    reply_to: str | None = None
    thread: str | None = None  # the topic of a group
    photo: Path | None = None
    document: Path | None = None
    file_name: str = ""
    photo_url: str = ""  # where the platform may fetch the picture itself (Zalo takes no upload)


class ChannelDown(Exception):
    """The channel cannot work until a person acts. The text says what to do and bears no token."""


class Malformed(Exception):
    """An update that cannot be read; its row is parked with this reason."""


class Refused(Exception):
    """A webhook call to be answered with `status` and nothing kept."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


class Channel(Protocol):
    """One configured channel ("telegram", "zalo", "zalo2"). `kind` is its platform."""

    name: str
    kind: str
    mode: str  # polling | webhook
    limits: Limits

    async def called(self) -> str:
        """Asks the platform for the bot's own name and changes nothing. Raises as `start`."""
        ...

    async def start(self) -> str:
        """Checks the token, sets or clears the webhook; the bot's own name. Raises ChannelDown."""
        ...

    async def poll(self) -> list[Raw]:
        """Waits for updates (up to half a minute) and returns them, not yet confirmed.

        Raises ChannelDown when only a person can help, TryLater otherwise.
        """
        ...

    def confirm(self, updates: list[Raw]) -> None:
        """These are safely in the inbox: the next poll may say so to the platform."""
        ...

    def admit(self, headers: Mapping[str, str]) -> None:
        """Raises Refused for a webhook call without our secret (compared in constant time). Asked
        before anything of its body is read."""
        ...

    def accept(self, body: bytes) -> list[Raw]:
        """The updates in a webhook call that was admitted. What cannot be read is kept as it is,
        lest it come again for a day."""
        ...

    def read(self, raw: Mapping[str, Any]) -> Incoming:
        """What an update says, in our words. Pure. Raises Malformed."""
        ...

    def dress(self, text: Text, labels: tuple[str, ...]) -> Text:
        """The text with the choices written below it where the platform has no buttons."""
        ...

    async def send(self, parcel: Parcel) -> Outcome:
        """Sends one parcel; never raises for anything that the platform or the network does."""
        ...

    async def answer_tap(self, tap_id: str, text: str = "") -> None:
        """Ends the waiting sign on a tapped button. Failing is of no consequence."""
        ...

    async def fetch(self, media: Media, target: Path, limit: int) -> None:
        """Downloads to `target`, at most `limit` bytes. Raises FetchFailed and NoRoom."""
        ...

    async def administers(self, chat: str, user: str) -> bool:
        """Whether this user administers this group. Raises GroupMoved and NotAnswered."""
        ...

    async def date(self, limit: float) -> datetime | None:
        """What time it is on the platform's server; None when that is not said in `limit` seconds.

        Asked without the token, so it is answered though that be revoked; may come before `start`.
        """
        ...

    async def close(self) -> None: ...


class TryLater(Exception):
    """Nothing came because of `reason`; worth another poll after `seconds`."""

    def __init__(self, seconds: float, reason: str) -> None:
        super().__init__(reason)
        self.seconds = seconds


class FetchFailed(Exception):
    """A file could not be had; `final` when trying again is no use."""

    def __init__(self, reason: str, final: bool) -> None:
        super().__init__(reason)
        self.final = final


class NoRoom(Exception):
    """A file that came could not be written here: the disk is full or not in order."""


class GroupMoved(Exception):
    """The group has another id now: `chat`."""

    def __init__(self, chat: str) -> None:
        super().__init__(chat)
        self.chat = chat


class NotAnswered(Exception):
    """The platform did not say; `final` when asking again is no use."""

    def __init__(self, reason: str, final: bool) -> None:
        super().__init__(reason)
        self.final = final


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """`[channels.NAME]` of the configuration; the token shows itself to nobody."""

    name: str
    kind: str
    token: str = field(repr=False)
    base_url: str
    mode: str = "polling"
    proxy: str = field(default="", repr=False)
    messages_per_second: float = 25.0
    per_chat_per_second: float = 1.0
    per_chat_burst: int = 3
    per_group_per_minute: int = 20
    max_in_flight: int = 32
    monthly_quota: int | None = None
    max_users: int | None = None
    webhook_url: str = ""  # public address of our own webhook for this channel, "" when polling
    webhook_secret: str = field(default="", repr=False)

    def limits(self, *, text: int, buttons: bool, files_out: bool, replies: bool) -> Limits:
        """What the platform takes, at the pace and up to the numbers that the operator has set."""
        return Limits(
            text=text,
            buttons=buttons,
            files_out=files_out,
            replies=replies,
            per_second=self.messages_per_second,
            per_chat_per_second=self.per_chat_per_second,
            per_chat_burst=self.per_chat_burst,
            per_group_per_minute=self.per_group_per_minute,
            max_in_flight=self.max_in_flight,
            monthly_quota=self.monthly_quota,
            max_users=self.max_users,
        )
