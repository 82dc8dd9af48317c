"""Leave and quiet hours as the clock keeps them: who is told what when, and nothing twice."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db import directing, outbox
from db.transaction import Tx
from domain.committee import Digests
from domain.instants import VIETNAM, instant
from domain.message import ANSWER, BROADCAST, DIRECTIVE, Outgoing, Text
from tests.scheduler.stage import COMMITTEE, Stage, at


def when(stage: Stage, person: int) -> list[str]:
    """When each message for a person may go, local."""
    rows = stage.rows("SELECT due_at FROM outbox WHERE person_id = :id ORDER BY id", id=person)
    return [instant(row[0]).astimezone(VIETNAM).strftime("%m-%d %H:%M") for row in rows]


def test_the_substitute_is_told_once_though_the_clock_strikes_all_day(
    stage: Stage, ward: int
) -> None:
    lan, hoa = stage.person("Lê Thị Lan", ward), stage.person("Trần Thị Hoa", ward)
    stage.leave(lan, "2021-06-12", "2021-06-15", hoa)  # begins on a Saturday
    stage.year(date(2021, 6, 10), date(2021, 6, 20), ("06:00", "07:31", "07:31", "15:00", "20:00"))
    keys = stage.rows("SELECT key, created_at FROM outbox ORDER BY id")
    assert [(key.partition(":")[0], made[:10]) for key, made in keys] == [
        ("leave-begins", "2021-06-14"),
        ("leave-back", "2021-06-16"),
        ("leave-over", "2021-06-16"),
    ]


def test_who_stands_in_gets_one_message_for_both_works_and_it_tells_whose_is_whose(
    stage: Stage, ward: int
) -> None:
    lan, hoa = stage.person("Lê Thị Lan", ward), stage.person("Trần Thị Hoa", ward)
    for doer, code, title in ((lan, "NV07", "Báo cáo"), (hoa, "NV08", "Rà soát")):
        work = stage.work(ward, code, title, "2021-06-10")
        stage.insert("assignment_people", assignment_id=work, part="doer", person_id=doer)
    stage.leave(lan, "2021-06-09", "2021-06-10", hoa)
    for hour in ("07:30", "07:31", "12:00"):
        stage.tick(f"2021-06-09 {hour}")
    assert stage.said(lan) == []
    assert stage.said(hoa) == [
        "Đồng chí Hoa thay đồng chí Lê Thị Lan từ hôm nay đến hết thứ Năm, 10/6.\n"
        'Việc và tin nhắc của đồng chí Lan gửi đến đồng chí, tin nhắc có ghi "thay đồng chí Lan";'
        ' đồng chí báo cáo như việc của mình. Gõ "việc" để xem.\n\n'
        "Văn phòng Thành ủy nhắc việc, thứ Tư 09/6\n"
        "Kính gửi đồng chí Hoa, có 2 nội dung cần báo cáo:\n"
        "🟠 Còn 1 ngày (thứ Năm 10/6): NV07 Báo cáo, thay đồng chí Lan đang nghỉ\n"
        "🟠 Còn 1 ngày (thứ Năm 10/6): NV08 Rà soát\n"
        "Đồng chí trả lời tin này, ví dụ: NV07 60%"
    ]


def test_news_of_a_leave_whose_reminder_never_left_is_told_again(stage: Stage, ward: int) -> None:
    lan, hoa = stage.person("Lê Thị Lan", ward), stage.person("Trần Thị Hoa", ward)
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.leave(lan, "2021-06-09", "2021-06-11", hoa)
    stage.tick("2021-06-09 07:31")
    stage.tick("2021-06-09 18:30")  # nothing reached her all day
    stage.tick("2021-06-10 07:31")
    first, second = stage.said(hoa)
    assert first[:80] == second[:80]
    stage.send_all()
    stage.tick("2021-06-11 07:31")
    assert all("từ hôm nay đến hết" not in each for each in stage.said(hoa)[2:])


def test_one_who_is_away_at_the_beginning_is_told_when_they_are_back(
    stage: Stage, ward: int
) -> None:
    lan, hoa = stage.person("Lê Thị Lan", ward), stage.person("Trần Thị Hoa", ward)
    stage.leave(lan, "2021-06-09", "2021-06-15", hoa)
    stage.leave(hoa, "2021-06-08", "2021-06-10")
    stage.year(date(2021, 6, 9), date(2021, 6, 11))
    assert [said[:40] for said in stage.said(hoa)] == ["Đồng chí Hoa thay đồng chí Lê Thị Lan từ"]
    assert stage.said(hoa, "2021-06-11") == stage.said(hoa)


def test_a_substitute_who_takes_part_no_longer_leaves_it_to_the_lead(
    stage: Stage, ward: int
) -> None:
    lead = stage.person("Lê Văn Trưởng", ward, "lead")
    lan, hoa = stage.person("Lê Thị Lan", ward), stage.person("Trần Thị Hoa", ward)
    work = stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.insert("assignment_people", assignment_id=work, part="doer", person_id=lan)
    stage.leave(lan, "2021-06-07", "2021-06-15", hoa)
    stage.run("UPDATE people SET state = 'declined' WHERE id = :id", id=hoa)
    stage.tick("2021-06-09 07:31")
    assert stage.said(hoa) == [] and stage.said(lan) == []
    assert "NV07 Báo cáo, thay đồng chí Lan đang nghỉ" in stage.said(lead)[0]


def test_two_leaves_of_one_person_cannot_overlap_in_the_store(stage: Stage, ward: int) -> None:
    lan = stage.person("Lê Thị Lan", ward)
    stage.leave(lan, "2021-06-10", "2021-06-15")
    later = stage.leave(lan, "2021-06-16", "2021-06-17")
    with pytest.raises(sqlite3.IntegrityError, match="overlap"):
        stage.leave(lan, "2021-06-15", "2021-06-20")
    with pytest.raises(sqlite3.IntegrityError, match="overlap"):
        stage.run("UPDATE leaves SET first_on = '2021-06-15' WHERE id = :id", id=later)
    with pytest.raises(sqlite3.IntegrityError):
        stage.leave(lan, "2021-06-20", "2021-06-25", lan)


def send_directive(stage: Stage, author: int, to: list[int], urgency: str, moment: str) -> None:
    number = stage.insert(
        "directives",
        code=f"nháp-{moment}",
        subject="Trực bão",
        body="",
        created_by=author,
        created_at="x",
        urgency=urgency,
    )
    for person in to:
        stage.insert("recipients", directive_id=number, person_id=person)
    stage.store.write_now(lambda tx: directing.send(tx, number, at(moment), f"once-{number}"))


def test_a_directive_reaches_who_is_away_and_who_stands_in(stage: Stage, ward: int) -> None:
    office = stage.person("Văn Phòng", ward, "office")
    lan, hoa = stage.person("Lê Thị Lan", ward), stage.person("Trần Thị Hoa", ward)
    stage.leave(lan, "2021-06-09", "2021-06-15", hoa)
    send_directive(stage, office, [lan], "normal", "2021-06-10 09:00")
    send_directive(stage, office, [lan, hoa], "normal", "2021-06-10 10:00")
    assert len(stage.said(lan)) == 2
    copy, own = stage.said(hoa)
    assert copy.endswith(
        "Đồng chí nhận bản này vì đang thay đồng chí Lê Thị Lan. Đồng chí Lê Thị Lan cũng đã được"
        " gửi."
    )
    assert "xác nhận" not in copy and "xác nhận" in own
    assert stage.rows("SELECT count(*) FROM recipients") == [(3,)]  # the office's list is its own


def test_in_quiet_hours_all_waits_but_answers_and_what_is_urgent(stage: Stage, ward: int) -> None:
    office = stage.person("Văn Phòng", ward, "office")
    lan = stage.person("Lê Thị Lan", ward, quiet_from="17:00", quiet_to="07:00")

    def say(tx: Tx) -> None:
        for kind in (ANSWER, BROADCAST):
            text = Outgoing(f"{kind}:x", kind, Text("x"), person_id=lan)
            outbox.enqueue(tx, text, at("2021-06-11 19:00"))

    stage.store.write_now(say)
    send_directive(stage, office, [lan], "normal", "2021-06-11 19:00")
    send_directive(stage, office, [lan], "urgent", "2021-06-11 19:01")
    assert when(stage, lan) == ["06-11 19:00", "06-14 07:00", "06-14 07:00", "06-11 19:01"]
    assert stage.rows("SELECT DISTINCT kind FROM outbox WHERE due_at > '2021-06-12'") == [
        (BROADCAST,),
        (DIRECTIVE,),
    ]


def test_a_reminder_is_never_lost_in_quiet_hours(stage: Stage, ward: int) -> None:
    """Hours that leave no room (kept before the committee chose others) hold nothing back."""
    tu = stage.person("Lê Thị Tư", ward, quiet_from="06:00", quiet_to="20:00")
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.tick("2021-06-09 07:31")
    assert len(stage.said(tu)) == 1


@pytest.mark.parametrize(
    ("quiet", "goes"),
    [(("20:00", "09:00"), "2021-06-07 09:00"), (("16:00", "07:00"), "2021-06-07 07:31")],
)
def test_a_digest_waits_for_the_end_of_quiet_hours(
    tmp_path: Path, quiet: tuple[str, str], goes: str
) -> None:
    stage = Stage(tmp_path)
    chair = stage.person(
        "Lê Văn Chủ", stage.unit("TU"), "chair", quiet_from=quiet[0], quiet_to=quiet[1]
    )
    hours = ("06:59", "07:31", "08:59", "09:00", "17:30")
    stage.year(date(2021, 6, 7), date(2021, 6, 8), hours)
    rows = stage.rows("SELECT created_at FROM outbox WHERE person_id = :id", id=chair)
    local = [instant(row[0]).astimezone(VIETNAM).strftime("%Y-%m-%d %H:%M") for row in rows]
    assert local == [goes]


def test_a_digest_of_an_evening_comes_the_next_morning_also_the_first_one(tmp_path: Path) -> None:
    from datetime import time

    evening = replace(COMMITTEE, digest=Digests(hour=time(17, 0)))
    stage = Stage(tmp_path, evening)
    chair = stage.person(
        "Lê Văn Chủ", stage.unit("TU"), "chair", quiet_from="17:00", quiet_to="07:00"
    )
    stage.year(date(2021, 6, 7), date(2021, 6, 15), ("07:00", "17:01"))
    rows = stage.rows("SELECT created_at FROM outbox WHERE person_id = :id", id=chair)
    assert [row[0][:13] for row in rows] == ["2021-06-08T00", "2021-06-15T00"]


def test_a_digest_waits_until_its_reader_is_back(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    chair = stage.person("Lê Văn Chủ", stage.unit("TU"), "chair")
    stage.run("INSERT INTO subscriptions (person_id, hour, last_slot) VALUES (:id, '07:30',"
              " '2021-05-31')", id=chair)  # fmt: skip
    stage.leave(chair, "2021-06-04", "2021-06-08")
    stage.year(date(2021, 6, 7), date(2021, 6, 10))
    assert stage.said(chair, "2021-06-09") == stage.said(chair)
    assert len(stage.said(chair)) == 1
