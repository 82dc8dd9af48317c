"""`import`: a spreadsheet into the register, all or nothing, with every mistake told."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.commands.carrying import Wrong
from bot.commands.targets import refuse_target
from bot.config import Config
from bot.spreadsheets.limits import Refused
from bot.spreadsheets.reading import read, write_marked
from db import importing
from db.transaction import Tx
from domain.committee import Committee
from domain.sheet.columns import ASSIGNMENTS, DOCUMENTS, PEOPLE, PROGRESS, UNITS
from domain.sheet.grid import Mistake, Table, from_json
from domain.sheet.people import PERSON
from domain.sheet.reading import read_book

_NAMES = {
    UNITS: "đơn vị",
    PERSON: "cán bộ",
    PEOPLE: "chức vụ",
    DOCUMENTS: "văn bản",
    ASSIGNMENTS: "nhiệm vụ, chỉ tiêu",
    PROGRESS: "tiến độ",
}
_LISTED = 40  # lines of one kind that are printed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="tệp .xlsx hoặc thư mục có các tệp CSV")
    parser.add_argument("--dry-run", action="store_true", help="chỉ xem sẽ thay đổi gì")
    parser.add_argument(
        "--close-missing", action="store_true", help="khép lại những dòng không còn trong tệp"
    )
    parser.add_argument("--errors", metavar="OUT.xlsx", help='chép tệp ra kèm cột "Lỗi"')


def prepare(args: argparse.Namespace, config: Config) -> dict[str, Any]:
    """Reads the file with every limit, before anything is asked of the register."""
    path = Path(args.file)
    if not path.exists():
        raise Wrong(f"Không có tệp {path}.")
    if args.errors:
        refuse_target(Path(args.errors), ".xlsx")
        if Path(args.errors).resolve() == path.resolve():
            raise Wrong("--errors phải là tên khác, để tệp gốc còn nguyên.")
    try:
        reading = read_book(read(path))
    except Refused as refused:
        raise Wrong(str(refused), 1) from None
    return {
        "reading": reading.as_json(),
        "dry_run": args.dry_run,
        "close_missing": args.close_missing,
    }


def write(tx: Tx, now: datetime, committee: Committee, payload: dict[str, Any]) -> dict[str, Any]:
    """Imports what was read, or says why not."""
    reading = from_json(payload["reading"])
    outcome = importing.apply(
        tx,
        now,
        committee,
        reading,
        close_missing=payload["close_missing"],
        dry_run=payload["dry_run"],
    )
    plan = outcome.plan
    return {
        "exit": 1 if plan.mistakes else 0,
        "done": outcome.done,
        "said": importing.counts_in_words(plan),
        "counts": {kind: asdict(counts) for kind, counts in plan.counts.items()},
        "mistakes": [asdict(mistake) for mistake in plan.mistakes],
        "headings": _headings(reading.tables),
        "assigned": plan.assigned,
        "cleared": plan.cleared,
        "conflicts": plan.conflicts,
        "gone": [row.label for row in plan.gone],
        "closed": list(outcome.closed),
        "notes": plan.notes,
    }


def _headings(tables: tuple[Table, ...]) -> dict[str, int]:
    return {table.sheet: table.heading_row for table in tables}


def show(answer: dict[str, Any], args: argparse.Namespace) -> int:
    """Prints the summary or the mistakes, and writes the copy that shows them."""
    mistakes = [Mistake(**mistake) for mistake in answer["mistakes"]]
    if mistakes:
        print(f"Chưa nhập gì: có {len(mistakes)} lỗi.", file=sys.stderr)
        for mistake in mistakes:
            print(mistake.sentence, file=sys.stderr)
        return _write_errors(args, mistakes, answer["headings"])
    print(f"{'Đã nhập' if answer['done'] else 'Nếu nhập'}: {answer['said']}.")
    for kind, name in _NAMES.items():
        counts = answer["counts"].get(kind)
        if counts and counts["unchanged"]:
            print(f"Giữ nguyên: {counts['unchanged']} {name}.")
    _list("Đã đánh mã", answer["assigned"])
    _list("Ô trống nên đã xóa", answer["cleared"])
    _list("Xung đột, không ghi đè", answer["conflicts"])
    if args.close_missing and not answer["done"]:
        _list("Không còn trong tệp, sẽ khép lại nếu được", answer["gone"])
    else:
        closed = set(answer["closed"])
        _list("Không còn trong tệp, đã khép lại", answer["closed"])
        left = [label for label in answer["gone"] if label not in closed]
        why = " (văn bản và quản trị cuối cùng không bị khép lại)" if args.close_missing else ""
        _list(f"Không còn trong tệp, vẫn giữ nguyên{why}", left)
    _list("Ghi chú", answer["notes"])
    return int(answer["exit"])


def _list(title: str, lines: list[str]) -> None:
    if not lines:
        return
    print(f"{title} ({len(lines)}):")
    for line in lines[:_LISTED]:
        print(f"  {line}")
    if len(lines) > _LISTED:
        print(f"  và {len(lines) - _LISTED} dòng khác")


def _write_errors(
    args: argparse.Namespace, mistakes: list[Mistake], headings: dict[str, int]
) -> int:
    if args.errors:
        try:
            write_marked(Path(args.file), Path(args.errors), mistakes, headings)
        except Refused as refused:
            print(str(refused), file=sys.stderr)
        else:
            print(f'Đã ghi tệp kèm cột "Lỗi": {args.errors}', file=sys.stderr)
    else:
        print("Thêm --errors TỆP.xlsx để nhận tệp có ghi lỗi từng dòng.", file=sys.stderr)
    return 1
