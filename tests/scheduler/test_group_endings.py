"""The group of a unit that is no more is told so once, and is nobody's from then on."""

from __future__ import annotations

from db import groups
from domain.message import ChatRef
from tests.scheduler.stage import Stage, at

PLACE = ChatRef("telegram", "-1007")


def bound(stage: Stage, unit: int) -> groups.Group | None:
    def bind(tx: object) -> None:
        groups.bind(tx, PLACE, unit, at("2021-06-01 08:00"))  # type: ignore[arg-type]

    stage.store.write_now(bind)
    return here(stage)


def here(stage: Stage) -> groups.Group | None:
    with stage.store.reading() as tx:
        return groups.at(tx, PLACE)


def said(stage: Stage) -> list[str]:
    return [row[0] for row in stage.rows("SELECT text FROM outbox WHERE chat = '-1007'")]


def test_it_is_unbound_after_the_last_day_and_told_once(stage: Stage, ward: int) -> None:
    assert bound(stage, ward)
    stage.run("UPDATE units SET valid_to = '2021-06-11' WHERE id = :id", id=ward)  # a Friday
    for moment in ("2021-06-11 17:00", "2021-06-12 08:00", "2021-06-14 06:00"):
        stage.tick(moment)
        assert here(stage) and said(stage) == []
    for moment in ("2021-06-14 08:00", "2021-06-14 08:01", "2021-06-15 08:00"):
        stage.tick(moment)
    assert here(stage) is None
    assert said(stage) == [
        "Phường 7 hoạt động đến hết thứ Sáu, 11/6, nên nhóm này không còn gắn với đơn vị. Từ nay"
        " trợ lý không gửi và không trả lời ở đây.\n"
        "Nếu nhóm dùng tiếp cho đơn vị mới, lãnh đạo đơn vị mới gõ trong nhóm: /gannhom"
    ]
    assert stage.rows("SELECT act, subject FROM audit") == [("group.unbound", f"u:{ward}")]


def test_a_group_that_nothing_reaches_is_only_unbound(stage: Stage, ward: int) -> None:
    assert bound(stage, ward)
    stage.run("UPDATE chats SET state = 'unreachable' WHERE chat = '-1007'")
    stage.run("UPDATE units SET valid_to = '2021-06-08' WHERE id = :id", id=ward)
    stage.tick("2021-06-09 08:00")
    assert here(stage) is None and said(stage) == []
