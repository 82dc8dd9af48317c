"""`invite`: one-time codes for people, as text, JSON, QR pictures or a sheet to cut."""

from __future__ import annotations

import argparse
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import segno

from bot.channels import links
from bot.channels.base import ChannelSettings
from bot.commands.carrying import Wrong
from bot.commands.targets import refuse_target
from db import audit, invites, people, status, units
from db.transaction import Tx
from domain.committee import Committee
from domain.instants import local_day
from domain.wording import full_day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("people", nargs="*", metavar="PERSON", help="mã cán bộ")
    parser.add_argument("--all", action="store_true", help="mọi người chưa tham gia")
    parser.add_argument("--unit", metavar="U", help="mọi người chưa tham gia của một đơn vị")
    parser.add_argument("--qr", metavar="DIR", help="thư mục để ghi ảnh mã QR")
    parser.add_argument("--sheet", metavar="FILE", help="tệp Word có phiếu mời để cắt phát")
    parser.add_argument("--json", action="store_true", help="in dạng JSON")


def write(tx: Tx, now: datetime, committee: Committee, payload: dict[str, Any]) -> dict[str, Any]:
    """Issues an invitation for each person asked for; earlier unused ones end."""
    today = local_day(now, committee.zone)
    codes, unknown = _who(tx, payload, today)
    if unknown:
        listed = ", ".join(unknown)
        return {"exit": 1, "said": f"Không có cán bộ hoặc đơn vị mã {listed}; chưa mời ai."}
    issued = []
    for code in codes:
        person = people.by_code(tx, code, today)
        if person is None:
            continue
        invitation = invites.issue(tx, person.id, now)
        audit.record(tx, now, "enrol.invited", f"p:{person.id}")
        post = person.posts[0] if person.posts else None
        issued.append(
            {
                "person": code,
                "name": person.full_name,
                "title": post.title if post else "",
                "unit": units.names(tx, [post.unit_id])[post.unit_id] if post else "",
                "code": invitation.code,
                "token": invitation.token,
                "expires_at": invitation.expires_at.isoformat(),
                "until": full_day(local_day(invitation.expires_at, committee.zone), "vi"),
            }
        )
    return {"exit": 0, "issued": issued, "called": status.called(tx)}


def _who(tx: Tx, payload: dict[str, Any], today: date) -> tuple[list[str], list[str]]:
    codes = list(dict.fromkeys(people.known_code(tx, code) for code in payload["people"]))
    unknown = [code for code in codes if people.by_code(tx, code, today) is None]
    if payload["unit"] or payload["all"]:
        waiting = people.not_joined(tx, payload["unit"], today)
        codes += [code for code in waiting if code not in codes]
        known = {unit.code for unit in units.existing(tx, today)}
        if payload["unit"] and payload["unit"] not in known:
            unknown.append(payload["unit"])
    return codes, unknown


def refuse_targets(args: argparse.Namespace) -> None:
    """A code that is issued ends the one before it: what cannot be written is said first."""
    if args.sheet:
        refuse_target(Path(args.sheet), ".docx")
    if args.qr and Path(args.qr).exists() and not Path(args.qr).is_dir():
        raise Wrong(f"{args.qr} không phải thư mục.")


def show(
    answer: dict[str, Any], args: argparse.Namespace, channels: tuple[ChannelSettings, ...]
) -> int:
    """Prints the codes, and writes the pictures and the sheet that were asked for."""
    if "said" in answer:
        print(answer["said"])
        return int(answer["exit"])
    issued = answer["issued"]
    for invitation in issued:
        token = invitation.pop("token")
        invitation["links"] = {
            one.name: links.invitation(
                one.kind, answer["called"].get(one.name), token, invitation["code"]
            )
            for one in channels
        }
    if args.json:
        wanted = ("person", "code", "links", "expires_at")
        print(json.dumps([{key: one[key] for key in wanted} for one in issued], ensure_ascii=False))
    else:
        _print(issued)
    if args.qr:
        _write_pictures(issued, Path(args.qr))
    if args.sheet:
        _write_sheet(issued, Path(args.sheet))
    return int(answer["exit"])


def _print(issued: list[dict[str, Any]]) -> None:
    if not issued:
        print("Không có ai cần mời.")
    for one in issued:
        print(f"{one['name']} ({one['person']}): {one['code']}, dùng một lần, đến {one['until']}")
        for name, link in one["links"].items():
            how = link if link.startswith("http") else f'nhắn "{link}" cho bot'
            print(f"  {name}: {how}")
    if issued:
        print("Mã đã cấp trước cho những người này mà chưa dùng thì hết hiệu lực.")


def _write_pictures(issued: list[dict[str, Any]], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for one in issued:
        for name, link in one["links"].items():
            segno.make(link, error="m").save(
                str(folder / f"{one['person']}-{name}.png"), scale=8, border=3
            )


def _write_sheet(issued: list[dict[str, Any]], target: Path) -> None:
    # Only here: the package for Word is large, and every command would wait for it.
    from docx import Document
    from docx.shared import Cm, Pt

    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(13)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for at in range(0, len(issued), 2):
        row = table.add_row()
        for cell, one in zip(row.cells, issued[at : at + 2], strict=False):
            cell.paragraphs[0].add_run("PHIẾU MỜI THAM GIA NHẮC VIỆC").bold = True
            cell.add_paragraph(f"Đồng chí {one['name']}\n{one['title']}, {one['unit']}")
            code = cell.add_paragraph("Mã tham gia: ")
            code.add_run(one["code"]).bold = True
            for name, link in one["links"].items():
                how = link if link.startswith("http") else "mở khung chat của bot, gõ mã trên"
                cell.add_paragraph(f"{name.capitalize()}: {how}")
            cell.add_paragraph(f"Mã dùng một lần, đến {one['until']}. Không chuyển cho người khác.")
    document.save(str(target))
