"""`parked`: what could not be handled, and again."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import Any

from db import inbox, problems
from db.transaction import Tx
from domain.committee import Committee


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--retry", metavar="KEY", help="xử lý lại tin nhắn có mã này")


def write(tx: Tx, now: datetime, committee: Committee, payload: dict[str, Any]) -> dict[str, Any]:
    """Lists the parked rows, or makes those of one key new again."""
    key = payload["retry"]
    if key is None:
        return {"exit": 0, "rows": [dict(row) for row in inbox.parked(tx)]}
    again = inbox.retry(tx, key)
    problems.cleared(tx, "parked", key)
    if not again and inbox.is_emptied(tx, key):
        gone = f"Tin nhắn {key} đã quá thời hạn lưu nên không còn nguyên văn để xử lý lại."
        return {"exit": 1, "said": gone}
    if not again:
        return {"exit": 1, "said": f"Không có tin nhắn nào đang chờ với mã {key}."}
    return {"exit": 0, "said": f"Đã đưa tin nhắn {key} vào xử lý lại."}


def show(answer: dict[str, Any]) -> int:
    """Prints the list or what was done."""
    if "said" in answer:
        print(answer["said"])
    elif not answer["rows"]:
        print("Không có tin nhắn nào chưa xử lý được.")
    for row in answer.get("rows", ()):
        print(f"{row['update_key']}\t{row['channel']}\t{row['received_at']}\t{row['reason']}")
    return int(answer["exit"])
