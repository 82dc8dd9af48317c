"""`export`: the register as the same spreadsheet that `import` reads."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.commands.carrying import Wrong, configuration, looking, present
from bot.commands.targets import refuse_target
from bot.trouble import reason
from db import exporting
from domain.instants import local_day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.xlsx", help="tệp bảng tính để ghi ra")


def run(args: argparse.Namespace) -> int:
    """Writes the workbook; an earlier one of that name is replaced as a whole."""
    # Only here: the package for spreadsheets is large, and every command would wait for it.
    from bot.spreadsheets.writing import write_workbook

    target = Path(args.file)
    refuse_target(target, ".xlsx")
    config = configuration(args)
    today = local_day(present(config), config.committee.zone)
    with looking(config) as tx:
        sheets, memory = exporting.book(tx, today)
    try:
        write_workbook(target, sheets, memory)
    except OSError as failure:
        raise Wrong(f"Không ghi được {target}: {reason(failure)}.", 1) from None
    told = ", ".join(f"{len(sheet.rows)} dòng {sheet.name}" for sheet in sheets)
    print(f"Đã xuất {told} vào {target}.")
    return 0
