"""Groups over real HTTP: who administers one, and topics that are kept or gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.channels.base import GroupMoved, NotAnswered
from domain.delivery import Sent

Run = Callable[..., None]


def test_who_administers_a_group_is_asked_of_the_platform(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        maker, admin, member, outside = (stage.platform.add_phone(f"Người {n}") for n in range(4))
        group = stage.platform.add_group("Tổ", [maker, admin, member], administrators=[admin])
        chat = str(group.id)
        answers = [
            await stage.channel.administers(chat, str(phone.user_id))
            for phone in (maker, admin, member, outside)
        ]
        assert answers == [True, True, False, False]
        assert not await stage.channel.administers(chat, "123456")
        new = stage.platform.move_group(group)
        with pytest.raises(GroupMoved) as moved:
            await stage.channel.administers(chat, str(admin.user_id))
        assert moved.value.chat == str(new.id)
        assert await stage.channel.administers(str(new.id), str(admin.user_id))
        stage.platform.remove_bot(new)
        with pytest.raises(NotAnswered) as gone:
            await stage.channel.administers(str(new.id), str(admin.user_id))
        assert gone.value.final

    on_stage(story)


def test_a_platform_that_fails_may_be_asked_again(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        group = stage.platform.add_group("Tổ", [stage.phone])
        for fault in ("500", "429"):
            stage.platform.add_fault("telegram", fault, method="getChatMember", times=1)
            with pytest.raises(NotAnswered) as failed:
                await stage.channel.administers(str(group.id), str(stage.phone.user_id))
            assert not failed.value.final

    on_stage(story)


def test_zalo_does_not_say_who_administers_a_group(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        with pytest.raises(NotAnswered) as refused:
            await stage.channel.administers("g", "u")
        assert refused.value.final

    on_stage(story, kind="zalo")


def test_a_message_stands_in_its_topic_or_outside_when_that_is_gone(on_stage: Run) -> None:
    async def story(stage: Any) -> None:
        group = stage.platform.add_group("Tổ", [stage.phone], forum=True)
        topic = stage.platform.add_topic(group, "Tiến độ")
        for thread in (str(topic), "999"):
            said = await stage.say("Đã ghi", chat=str(group.id), thread=thread)
            assert isinstance(said, Sent)
        assert [message.thread for message in group.messages.values()] == [topic, None]

    on_stage(story)
