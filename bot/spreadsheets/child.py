"""`python -m bot.spreadsheets.child WHAT FILE …`: opens one foreign file under limits, answers
JSON on standard output. Knows no register and no network."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path


def main() -> int:
    """`read FILE` gives {"grids": …} or {"refused": sentence}; `mark FILE OUT` writes the copy
    with its mistakes (JSON on standard input)."""
    # The parser without lxml: every part of the file then passes defusedxml.
    os.environ["OPENPYXL_LXML"] = "False"
    from bot.spreadsheets import limits

    limits.restrain()
    from bot.spreadsheets.csv_folder import read_csv
    from bot.spreadsheets.plain import grids_as_json
    from bot.spreadsheets.workbook import read_workbook

    what, path = sys.argv[1], Path(sys.argv[2])
    is_text = path.is_dir() or path.suffix.lower() == ".csv"
    try:
        if what == "mark":
            from bot.spreadsheets.marking import mark

            mark(path, Path(sys.argv[3]), json.load(sys.stdin))
            answer: dict[str, object] = {}
        else:
            answer = {"grids": grids_as_json(read_csv(path) if is_text else read_workbook(path))}
    except limits.Refused as refused:
        answer = {"refused": str(refused)}
    except MemoryError:
        answer = {"refused": f"Tệp {path.name} quá lớn, không đọc hết được."}
    json.dump(answer, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
