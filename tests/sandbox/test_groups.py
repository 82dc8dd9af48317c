"""Groups: what a bot hears there, and what happens when they become supergroups."""

import pytest


@pytest.fixture
def group(stage):
    binh = stage.platform.add_phone("Trần Bình", started=True)
    return stage.platform.add_group("Văn phòng", [stage.lan, binh])


def texts(updates):
    return [update["message"].get("text") for update in updates if "message" in update]


async def test_a_bot_in_privacy_mode_hears_commands_mentions_and_replies_only(stage, group):
    _, asked = await stage.call("sendMessage", chat_id=group.id, text="Ai báo cáo?")
    assert asked["chat"] == {"id": group.id, "title": "Văn phòng", "type": "group"}
    shown = stage.platform.messages(stage.lan)[0]
    assert shown["chat"] == {"id": str(group.id), "title": "Văn phòng"}
    for text in ("chào cả nhà", "/viec", "/viec@other_bot", f"@{stage.bot.username} ơi"):
        stage.platform.type_text(stage.lan, text, chat=group)
    stage.platform.type_text(stage.lan, "tôi", chat=group, reply_to=shown["id"])
    updates = await stage.updates()
    assert updates[0]["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert texts(updates) == ["/viec", f"@{stage.bot.username} ơi", "tôi"]
    assert updates[-1]["message"]["reply_to_message"]["text"] == "Ai báo cáo?"


async def test_a_bot_without_privacy_hears_everything(stage, group):
    stage.bot.privacy = False
    stage.platform.type_text(stage.lan, "chào cả nhà", chat=group)
    assert texts(await stage.updates()) == ["chào cả nhà"]


async def test_a_moved_group_is_told_by_service_messages_and_refuses_the_old_id(stage, group):
    new = stage.platform.move_group(group)
    told = [update["message"] for update in await stage.updates() if "message" in update]
    assert told[0]["migrate_to_chat_id"] == new.id
    assert told[1]["migrate_from_chat_id"] == group.id
    assert told[1]["chat"]["type"] == "supergroup"
    status, refused = await stage.call("sendMessage", chat_id=group.id, text="a")
    assert status == 400
    assert refused["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused["parameters"] == {"migrate_to_chat_id": new.id}
    assert (await stage.call("sendMessage", chat_id=new.id, text="a"))[0] == 200


@pytest.mark.parametrize(
    ("service_message", "at_once", "after_send"), [("first", 0, 2), ("only", 2, 2), ("none", 0, 0)]
)
async def test_the_fault_moved_moves_the_group(stage, group, service_message, at_once, after_send):
    fault = stage.platform.add_fault("telegram", "moved", times=1, service_message=service_message)
    assert len(texts(await stage.updates())) == at_once
    assert (await stage.call("sendMessage", chat_id=stage.lan.user_id, text="a"))[0] == 200
    status, refused = await stage.call("sendMessage", chat_id=group.id, text="a")
    assert status == 400
    assert refused["parameters"]["migrate_to_chat_id"] == group.migrated_to.id
    assert len(texts(await stage.updates())) == after_send
    assert fault.fired == 1


async def test_a_bot_that_was_thrown_out_or_left_cannot_write(stage, group):
    stage.platform.remove_bot(group)
    assert await stage.refusal("sendMessage", chat_id=group.id, text="a") == (
        "Forbidden: bot was kicked from the group chat"
    )
    other = stage.platform.add_group("Nhóm lạ", [stage.lan])
    assert await stage.call("leaveChat", chat_id=other.id) == (200, True)
    assert "kicked" in await stage.refusal("sendMessage", chat_id=other.id, text="a")


async def test_a_group_takes_twenty_messages_a_minute(stage, group):
    stage.platform.enforce_limits = True
    stage.platform.limits.per_second = 100
    answers = [await stage.call("sendMessage", chat_id=group.id, text="a") for _ in range(21)]
    assert [status for status, _ in answers] == [200] * 20 + [429]
    assert answers[-1][1]["parameters"]["retry_after"] in (2, 3)


async def test_who_is_what_in_a_group_is_said_to_a_bot_that_is_in_it(stage):
    admin, member = (stage.platform.add_phone(name, started=True) for name in ("Quản", "Viên"))
    outside = stage.platform.add_phone("Ngoài", started=True)
    group = stage.platform.add_group("Tổ", [stage.lan, admin, member], administrators=[admin])
    found = {}
    for phone in (stage.lan, admin, member, outside):
        _, said = await stage.call("getChatMember", chat_id=group.id, user_id=phone.user_id)
        found[phone.name] = said["status"]
        assert said["user"]["id"] == phone.user_id
    assert list(found.values()) == ["creator", "administrator", "member", "left"]
    for user in ("x", 0, 99):
        assert await stage.refusal("getChatMember", chat_id=group.id, user_id=user)
    stage.platform.remove_bot(group)
    assert "kicked" in await stage.refusal("getChatMember", chat_id=group.id, user_id=admin.user_id)


async def test_a_topic_is_named_in_what_is_said_there_and_an_unknown_one_is_refused(stage):
    group = stage.platform.add_group("Tổ", [stage.lan], forum=True)
    topic = stage.platform.add_topic(group, "Tiến độ")
    stage.platform.type_text(stage.lan, "/viec", chat=group, thread=topic)
    heard = [update["message"] for update in await stage.updates() if "message" in update]
    assert (heard[0]["message_thread_id"], heard[0]["is_topic_message"]) == (topic, True)
    assert heard[0]["reply_to_message"]["forum_topic_created"]["name"] == "Tiến độ"
    _, said = await stage.call("sendMessage", chat_id=group.id, text="a", message_thread_id=topic)
    assert said["message_thread_id"] == topic
    refused = await stage.refusal(
        "sendMessage", chat_id=group.id, text="a", message_thread_id=topic + 9
    )
    assert refused == "Bad Request: message thread not found"
    with pytest.raises(ValueError):
        stage.platform.type_text(stage.lan, "/viec", chat=group, thread=77)


async def test_a_bot_that_administers_a_group_hears_everything(stage):
    group = stage.platform.add_group("Tổ", [stage.lan], bot_administers=True)
    stage.platform.type_text(stage.lan, "CT12 60%", chat=group)
    assert texts(await stage.updates()) == ["CT12 60%"]


async def test_only_who_sees_a_message_can_tap_it(stage, group):
    outside = stage.platform.add_phone("Ngoài", started=True)
    button = {"inline_keyboard": [[{"text": "Chọn", "callback_data": "1"}]]}
    await stage.call("sendMessage", chat_id=group.id, text="a", reply_markup=button)
    (said,) = group.messages.values()
    stage.platform.tap(group.members[1], said, "1")
    with pytest.raises(ValueError):
        stage.platform.tap(outside, said, "1")
