"""The things of the sandbox: bots, phones, chats, messages, files. Values only, no rules."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from sandbox.world.queues import UpdateQueue

TELEGRAM = "telegram"
ZALO = "zalo"


@dataclass(slots=True, eq=False)
class Webhook:
    """Where a bot wants its updates; empty URL: nowhere, it polls. Times are sandbox seconds."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    updated_at: float = 0.0
    last_error: str = ""
    last_error_at: float = 0.0
    # The calls on their way.
    tasks: set[asyncio.Task[None]] = field(default_factory=set)


@dataclass(slots=True, eq=False)
class Bot:
    """One bot, known to its platform by its token."""

    kind: str
    token: str
    name: str
    id: Any
    username: str
    queue: UpdateQueue
    webhook: Webhook = field(default_factory=Webhook)
    chats: dict[Any, Chat] = field(default_factory=dict)
    phones: list[Phone] = field(default_factory=list)
    commands: list[dict[str, str]] = field(default_factory=list)
    # Telegram: the kinds of updates that the bot asked for; None: the usual ones.
    allowed: set[str] | None = None
    # Telegram: in groups a bot hears commands, mentions and replies only, unless this is off.
    privacy: bool = True
    # Zalo's free plan. None: no limit.
    monthly_quota: int | None = None
    max_users: int | None = None
    sent_per_month: dict[str, int] = field(default_factory=dict)
    writers: set[str] = field(default_factory=set)


@dataclass(slots=True, eq=False)
class Phone:
    """A person's phone with one messenger on it, in conversation with one bot."""

    id: str
    channel: str
    bot: Bot
    name: str
    title: str
    unit: str
    role: str
    user_id: Any
    chat: Chat
    username: str = ""
    # The code by which the service knows this person, for whoever compares the two.
    person: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    unread: int = 0
    # What the bot said and nobody has taken yet; only tests take.
    arrived: deque[Message] = field(default_factory=deque)
    groups: list[Chat] = field(default_factory=list)
    # The person as the platform shows him in every message; built once.
    user: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Chat:
    """A conversation between a bot and one phone, or several in a group."""

    id: Any
    kind: str  # private, group, supergroup
    bot: Bot
    phone: Phone | None
    title: str = ""
    members: list[Phone] = field(default_factory=list)
    messages: dict[Any, Message] = field(default_factory=dict)
    last_message_id: int = 0
    migrated_to: Chat | None = None
    bot_is_member: bool = True
    # Of a group on Telegram: who made it, and who else administers it.
    creator: Phone | None = None
    bot_administers: bool = False  # then the bot hears everything
    administrators: list[Phone] = field(default_factory=list)
    topics: dict[int, str] | None = None  # of a forum: thread id → name; None: it is none
    shape: dict[str, Any] = field(default_factory=dict)

    @property
    def audience(self) -> list[Phone]:
        """The phones that show this chat."""
        return self.members if self.phone is None else [self.phone]


@dataclass(slots=True, eq=False)
class Message:
    """What one side said. `sender` None: the bot. `at`, `edited_at`: sandbox seconds."""

    id: Any
    chat: Chat
    sender: Phone | None
    at: float
    text: str = ""
    spans: list[dict[str, Any]] | None = None
    buttons: list[list[dict[str, Any]]] | None = None
    photo: StoredFile | None = None
    file: StoredFile | None = None
    reply_to: Message | None = None
    edited_at: float | None = None
    # Every callback data that was ever on this message: a slow finger may tap a stale button.
    offered: set[str] | None = None
    extra: dict[str, Any] | None = None
    thread: int | None = None  # the topic of a forum in which it stands


@dataclass(slots=True, eq=False)
class StoredFile:
    """A file on the platform. `width`, `height` are 0 for what is no picture."""

    file_id: str
    unique_id: str
    data: bytes
    name: str
    mime: str
    path: str
    width: int = 0
    height: int = 0

    @property
    def ending(self) -> str:
        """`jpg`, `xlsx`, …"""
        return self.path.rpartition(".")[2]


@dataclass(slots=True, eq=False)
class Tap:
    """A tapped button, waiting for the bot's answer (text or None)."""

    query_id: str
    phone: Phone
    message: Message
    data: str
    at_monotonic: float
    answered: asyncio.Future[str | None] | None = None
    closed: bool = False
    text: str | None = None
