"""Commands that only look: status, explain, digest, rehearse, audit."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date, datetime
from typing import Any

from bot import control, lock
from bot.commands.carrying import Wrong, configuration, looking, present
from db import audit, digests, group_status, people, problems, reminders
from db import status as states
from db.store import Store
from domain.committee import Committee
from domain.instants import VIETNAM, instant, local_day
from domain.person import CHAIR, Person
from domain.reply.understanding import understand
from domain.texts import say

# What became of a message of ours.
SENT = {
    "queued": "chờ gửi",
    "sending": "đang gửi",
    "sent": "đã gửi",
    "unknown": "không rõ đã tới",
    "dead": "không gửi được",
    "cancelled": "đã hủy",
    "expired": "quá giờ gửi",
}
_STATES = SENT | {
    "new": "mới",
    "claimed": "đang xử lý",
    "done": "xong",
    "parked": "chờ văn phòng",
    "ignored": "bỏ qua",
    "running": "đang chạy",
    "failed": "không làm được",
}


_MOST_DAYS = 3660


def status(args: argparse.Namespace) -> int:
    """Prints the service's state; 1 when something needs a person."""
    config = configuration(args)
    with looking(config) as tx:
        told = states.status(tx, present(config), [one.name for one in config.channels])
    runs = lock.is_held(config.data_dir)
    if runs:
        # What keeps the service from writing stands nowhere in the data.
        told["problems"] += control.unwritten(config.data_dir)
    else:
        _stands_still(told, config.committee)
        if hindrance := Store(config.data_dir).hindrance():
            told["problems"].append(problems.aside(*hindrance))
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(f"Dịch vụ: {'đang chạy' if runs else 'không chạy'}")
        for part, label in (("inbox", "Tin đến"), ("outbox", "Tin đi"), ("jobs", "Việc nền")):
            counts = [f"{_STATES[name]} {count}" for name, count in told[part].items() if count]
            print(f"{label}: {', '.join(counts) or 'chưa có'}")
        for name, channel in told["channels"].items():
            state = "hoạt động" if channel["state"] == "up" else "đang dừng"
            sent = channel["sent_this_month"]
            print(f"Kênh {name}: {state}, {channel['people']} người, {sent} tin trong tháng")
        print(f"Lần xem lịch gần nhất: {_last_tick(told, config.committee) or 'chưa có'}")
        for problem in told["problems"]:
            print(f"Cần xử lý: {problem['text']}")
    return 1 if told["problems"] else 0


def _stands_still(told: dict[str, Any], committee: Committee) -> None:
    """Adds what only an onlooker can say: that nobody is there to receive, send or remind."""
    for channel in told["channels"].values():
        channel["state"] = "down"
    last = _last_tick(told, committee)
    since = say("watch.since", when=last) if last else say("watch.never_ran")
    told["problems"].insert(0, problems.aside("not_running", since.plain))


def _last_tick(told: dict[str, Any], committee: Committee) -> str:
    last = told["last_tick"]
    return instant(last).astimezone(committee.zone).strftime("%H:%M ngày %d/%m/%Y") if last else ""


def explain(args: argparse.Namespace) -> int:
    """Prints how a reply would be understood; needs no configuration and no data."""
    today = _day(args.today) or datetime.now(VIETNAM).date()
    if not args.lines:
        if args.text is None:
            raise Wrong("Cần một câu trả lời để giải thích, hoặc --lines.")
        print(_explained(args.text, today, _day(args.due), args.measure))
        return 0
    for number, line in enumerate(sys.stdin, 1):
        # Windows' editors begin a file with a mark of its encoding.
        line = line.lstrip("\ufeff").strip()
        if not line:
            continue
        try:
            print(_explained_line(line, today), flush=True)
        except Wrong as wrong:
            raise Wrong(f"Dòng {number}: {wrong}") from None
        except (ValueError, KeyError, TypeError):
            shown = line.encode("utf-8", "replace").decode()[:80]
            raise Wrong(f"Dòng {number} không đúng dạng: {shown}") from None
    return 0


def _explained_line(line: str, today: date) -> str:
    asked = json.loads(line)
    if not isinstance(asked, dict):
        raise TypeError("line")
    given = {key: asked.get(key) for key in ("text", "today", "due", "measure")}
    if not isinstance(given["text"], str):
        raise TypeError("text")
    if any(not isinstance(value, str | None) for value in given.values()):
        raise TypeError("today, due, measure")
    day, due = _day(given["today"]) or today, _day(given["due"])
    return _explained(given["text"], day, due, given["measure"])


def _explained(text: str, today: date, due: date | None, measure: str | None) -> str:
    understood = understand(text, today=today, due=due, measure=measure)
    return json.dumps(understood.as_json(), ensure_ascii=False)


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Wrong(f'Ngày "{text}" phải có dạng 2026-06-09.') from None


def digest(args: argparse.Namespace) -> int:
    """Prints a digest as it would be sent."""
    config = configuration(args)
    now = present(config, args.at)
    today = local_day(now, config.committee.zone)
    with looking(config) as tx:
        if args.person:
            person = people.by_code(tx, people.known_code(tx, args.person), today)
            if person is None:
                raise Wrong(f"Không có cán bộ mã {args.person}.", 1)
            readers = [person]
        else:
            readers = people.with_role(tx, CHAIR, today)[:1]
        if not readers:
            raise Wrong("Chưa có ai giữ vai trò thường trực; dùng --person MÃ.", 1)
        for reader in readers:
            text, _, _ = digests.digest_for(tx, reader, now, config.committee)
            print(text.plain)
    return 0


def rehearse(args: argparse.Namespace) -> int:
    """Prints who would be sent what and when; sends nothing."""
    if not 1 <= args.days <= _MOST_DAYS:
        raise Wrong(f"--days nhận từ 1 đến {_MOST_DAYS} ngày.")
    config = configuration(args)
    now = present(config, args.at)
    with looking(config) as tx:
        planned = [
            (when, _named(person), text)
            for when, person, text in reminders.rehearse(tx, now, args.days, config.committee)
        ]
        joined = states.status(tx, now)["people"].get("joined", 0)
        summaries = group_status.rehearse(tx, now, args.days, config.committee)
        planned += [(when, f"nhóm của {unit}", text) for when, unit, text in summaries]
    for when, whom, text in sorted(planned, key=lambda one: one[0]):
        moment = when.astimezone(config.committee.zone).strftime("%d/%m/%Y %H:%M")
        print(f"— {moment} · {whom}\n{text.plain}\n")
    print(f"Trong {args.days} ngày tới: {len(planned)} tin nhắn.")
    if not joined:
        print("Chưa có ai tham gia nên chưa nhắc ai: xem lệnh invite.")
    return 0


def _named(person: Person) -> str:
    return f"{person.full_name} ({person.code})"


def audit_verify(args: argparse.Namespace) -> int:
    """Verifies the chain and says where it breaks."""
    with looking(configuration(args)) as tx:
        broken = audit.broken_at(tx)
        last, head = audit.head(tx)
    if broken is not None:
        print(f"Chuỗi nhật ký gãy ở mắt xích số {broken}.")
        return 1
    print(f"Chuỗi nhật ký nguyên vẹn: {last} mắt xích, đầu chuỗi {head[:16]}.")
    return 0
