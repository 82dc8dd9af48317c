"""Bots and phones: registered, found, made in bulk. Says nothing."""

from __future__ import annotations

from typing import Any

from sandbox.world.model import TELEGRAM, ZALO, Bot, Chat, Phone
from sandbox.world.queues import UpdateQueue
from sandbox.world.world import World
from sandbox.zalo.ids import new_id


class Registry(World):
    """Who there is."""

    def add_bot(
        self,
        channel_kind: str,
        token: str,
        name: str,
        *,
        username: str = "",
        monthly_quota: int | None = 3000,
        max_users: int | None = 50,
        privacy: bool = True,
    ) -> Bot:
        """Registers a bot. Quota and users count on Zalo only; None: no limit."""
        if channel_kind not in (TELEGRAM, ZALO):
            raise ValueError(f"no such channel: {channel_kind}")
        head = token.partition(":")[0]
        number = int(head) if head.isdigit() else 1_000_000 + len(self.bots)
        is_telegram = channel_kind == TELEGRAM
        bot = Bot(
            channel_kind,
            token,
            name,
            number if is_telegram else str(number),
            username or (f"dondoc_{number}_bot" if is_telegram else f"bot.{number}"),
            UpdateQueue(self.first_update_id),
            privacy=privacy,
            monthly_quota=None if is_telegram else monthly_quota,
            max_users=None if is_telegram else max_users,
        )
        self.bots.append(bot)
        self.bots_by_token[channel_kind, token] = bot
        return bot

    def bot(self, channel: str) -> Bot:
        """The first bot of a kind, or the bot of that name. Raises ValueError."""
        for bot in self.bots:
            if channel in (bot.kind, bot.name):
                return bot
        raise ValueError(f"no bot on {channel}")

    def add_phone(
        self,
        name: str,
        title: str = "",
        unit: str = "",
        role: str = "",
        channel: str = TELEGRAM,
        *,
        bot: Bot | str | None = None,
        username: str = "",
        person: str = "",
        started: bool = False,
    ) -> Phone:
        """A person's phone; `person`: the service's own code; `started`: has written before."""
        phone = self._make_phone(self._bot_for(channel, bot), name, title, unit, role, started)
        phone.username, phone.person = username, person
        self.announce_phones()
        return phone

    def add_phones(
        self,
        count: int,
        *,
        channel: str = TELEGRAM,
        bot: Bot | str | None = None,
        started: bool = False,
    ) -> list[Phone]:
        """Many phones at once, "Cán bộ 1", "Cán bộ 2", …"""
        owner = self._bot_for(channel, bot)
        made = [
            self._make_phone(owner, f"Cán bộ {number}", "", "", "", started)
            for number in range(1, count + 1)
        ]
        self.announce_phones()
        return made

    def _bot_for(self, channel: str, bot: Bot | str | None) -> Bot:
        if isinstance(bot, Bot):
            return bot
        named = [each for each in self.bots if (each.name, each.kind) == (bot, channel)]
        return named[0] if named else self.bot(bot or channel)

    def _make_phone(
        self, bot: Bot, name: str, title: str, unit: str, role: str, started: bool
    ) -> Phone:
        number = len(self.phones) + 1
        # Beyond 32 bits, as many real ids are.
        user_id: Any = 7_100_000_000 + number if bot.kind == TELEGRAM else new_id()
        chat = Chat(user_id, "private", bot, None)
        phone = Phone(f"p{number}", bot.kind, bot, name, title, unit, role, user_id, chat)
        chat.phone = phone
        phone.started = started
        if started:
            bot.writers.add(user_id)
        self.phones[phone.id] = phone
        bot.phones.append(phone)
        bot.chats[user_id] = chat
        return phone
