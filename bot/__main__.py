"""`python -m bot COMMAND`: reads the command line and calls the command. Contains no logic."""

from __future__ import annotations

import argparse
import logging
import os
import sqlite3
import sys
from collections.abc import Callable

from bot.commands import (
    erasing,
    exporting,
    importing,
    inviting,
    keeping,
    looking,
    parking,
    serving,
    setting_up,
)
from bot.commands.carrying import Wrong, carry_out, configuration
from bot.commands.usage import Parser
from bot.config import ConfigError
from bot.lock import LockHeld
from bot.trouble import trouble
from db.migrations import SchemaError
from db.trouble import data_reason

Command = Callable[[argparse.Namespace], int]


def main(argv: list[str] | None = None) -> int:
    """Runs one command; the exit code. Mistakes are plain sentences on standard error."""
    args = _parser().parse_args(argv)
    os.umask(0o077)
    if not logging.root.handlers:
        # A command's words are its sentences; only the service, which sets this anew, keeps a log.
        logging.root.addHandler(logging.NullHandler())
    command: Command = args.run
    try:
        return command(args)
    except ConfigError as wrong:
        return _complain(wrong.mistakes, 2)
    except Wrong as wrong:
        return _complain([str(wrong)], wrong.code)
    except SchemaError as wrong:
        return _complain([str(wrong)], 1)
    except LockHeld:
        return _complain(["Dịch vụ đang chạy trên dữ liệu này; hãy dừng dịch vụ trước."], 3)
    except sqlite3.Error as failure:
        return _complain([f"Không đọc ghi được dữ liệu: {data_reason(failure)}."], 1)
    except BrokenPipeError:
        return 1
    except OSError as failure:
        return _complain([trouble(failure)], 1)
    except EOFError:  # the input of questions has ended
        return _complain(["Chưa trả lời hết các câu hỏi; chưa lập cấu hình và dữ liệu."], 2)
    except KeyboardInterrupt:
        return 1


def _complain(sentences: list[str], code: int) -> int:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m bot", description="Đôn Đốc: nhắc việc qua chat")
    parser.add_argument("--config", metavar="FILE", help="tệp cấu hình (mặc định: config.toml)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, help_text: str, run: Command) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=help_text, description=help_text)
        one.add_argument("--config", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        one.set_defaults(run=run)
        return one

    setting_up.add_arguments(add("init", "lập cấu hình và dữ liệu mới", setting_up.init))
    add("run", "chạy dịch vụ", serving.run)
    check = add("check", "kiểm tra cấu hình, dữ liệu, mã truy cập", serving.check)
    check.add_argument("--online", action="store_true", help="hỏi thử từng kênh")
    importing.add_arguments(add("import", "nhập bảng tính", _import))
    exporting.add_arguments(add("export", "xuất bảng tính", exporting.run))
    inviting.add_arguments(add("invite", "phát mã tham gia", _invite))
    explain = add("explain", "một câu trả lời được hiểu thế nào", looking.explain)
    explain.add_argument("text", nargs="?", metavar="TEXT")
    for name in ("--today", "--due"):
        explain.add_argument(name, metavar="D")
    explain.add_argument("--measure", metavar="UNIT")
    explain.add_argument("--lines", action="store_true", help="đọc từng dòng JSON")
    rehearse = add("rehearse", "sẽ nhắc ai, khi nào, nội dung gì", looking.rehearse)
    rehearse.add_argument("--days", type=int, default=7)
    rehearse.add_argument("--at", metavar="TIME")
    digest = add("digest", "in bản tổng hợp", looking.digest)
    digest.add_argument("--person", metavar="P")
    digest.add_argument("--at", metavar="TIME")
    status = add("status", "tình trạng dịch vụ", looking.status)
    status.add_argument("--json", action="store_true")
    parking.add_arguments(add("parked", "tin nhắn chưa xử lý được", _parked))
    add("backup", "sao lưu", keeping.backup).add_argument("file", metavar="FILE")
    add("restore", "khôi phục", keeping.restore).add_argument("file", metavar="FILE")
    audit = add("audit", "kiểm tra chuỗi nhật ký", looking.audit_verify)
    audit.add_argument("what", choices=["verify"])
    add("erase", "xóa dữ liệu cá nhân", erasing.erase).add_argument("person", metavar="PERSON")
    add("data", "in dữ liệu cá nhân", erasing.data).add_argument("person", metavar="PERSON")
    return parser


def _import(args: argparse.Namespace) -> int:
    config = configuration(args)
    payload = importing.prepare(args, config)
    return importing.show(carry_out(config, "import", importing.write, payload), args)


def _invite(args: argparse.Namespace) -> int:
    if not (args.people or args.all or args.unit):
        raise Wrong("Cần mã cán bộ, --unit hoặc --all.")
    inviting.refuse_targets(args)
    config = configuration(args)
    payload = {"people": args.people, "all": args.all, "unit": args.unit}
    return inviting.show(
        carry_out(config, "invite", inviting.write, payload), args, config.channels
    )


def _parked(args: argparse.Namespace) -> int:
    payload = {"retry": args.retry}
    return parking.show(carry_out(configuration(args), "parked", parking.write, payload))


if __name__ == "__main__":
    sys.exit(main())
