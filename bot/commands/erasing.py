"""`erase` and `data`: personal data taken away, or handed over."""

from __future__ import annotations

import argparse
import json
from datetime import datetime
from typing import Any

from bot.commands import handing_over
from bot.commands.carrying import Wrong, carry_out, configuration, looking
from db import erasing, people
from db.transaction import Tx
from domain.committee import Committee


def write(tx: Tx, now: datetime, committee: Committee, payload: dict[str, Any]) -> dict[str, Any]:
    """Erases one person."""
    code = people.known_code(tx, payload["person"])
    return {"exit": 0 if erasing.erase(tx, code, now) else 1}


def erase(args: argparse.Namespace) -> int:
    """Erases and says what stays."""
    answer = carry_out(configuration(args), "erase", write, {"person": args.person})
    if answer["exit"]:
        raise Wrong(f"Không có cán bộ mã {args.person}.", 1)
    print(f"Đã xóa mã chat, điện thoại và tin nhắn của {args.person}.")
    print("Họ tên trong hồ sơ đã ký và chuỗi nhật ký được giữ theo pháp luật về lưu trữ.")
    return 0


def data(args: argparse.Namespace) -> int:
    """Prints everything kept about one person, as JSON under Vietnamese headings."""
    config = configuration(args)
    with looking(config) as tx:
        code = people.known_code(tx, args.person)
        kept, messages = erasing.data_of(tx, code), erasing.messages_of(tx, code)
    if kept is None:
        raise Wrong(f"Không có cán bộ mã {args.person}.", 1)
    told = handing_over.in_words(kept | messages, config.committee.zone, config.channels)
    print(json.dumps(told, ensure_ascii=False, indent=2))
    return 0
