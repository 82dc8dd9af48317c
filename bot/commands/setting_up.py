"""`init`: asks for what a committee must say once, and leaves a service that starts."""

from __future__ import annotations

import argparse
import getpass
import os
from datetime import UTC, datetime
from pathlib import Path

from bot import lock
from bot.commands.carrying import Wrong, config_path
from bot.config import ConfigError, load
from db import founding
from db.store import Store

_KINDS = ("zalo", "telegram")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="không hỏi; lấy từ các tham số")
    parser.add_argument("--committee", metavar="NAME", help="tên cấp ủy, cơ quan")
    parser.add_argument("--voice", metavar="NAME", help='tên người nhắc, vd "Văn phòng Thành ủy"')
    parser.add_argument("--admin", metavar="NAME", help="họ và tên người quản trị đầu tiên")
    parser.add_argument("--public-url", metavar="URL", default="", help="địa chỉ webhook")
    parser.add_argument("--data-dir", metavar="DIR", default="data")
    for kind in _KINDS:
        parser.add_argument(f"--{kind}-token-file", metavar="FILE", help=f"tệp mã bot {kind}")
        parser.add_argument(f"--{kind}-url", metavar="URL", help=argparse.SUPPRESS)


def init(args: argparse.Namespace) -> int:
    """Writes config.toml, the tokens' files and the store; prints the admin's invitation."""
    path = config_path(args)
    if path.exists():
        raise Wrong(f"Đã có {path}; lệnh này không ghi đè. Hãy đổi tên tệp cũ trước.")
    committee = _asked(args, "committee", "Tên cấp ủy hoặc cơ quan", "Đảng ủy phường An Hội")
    voice = _asked(args, "voice", "Tên người nhắc việc", "Văn phòng Đảng ủy")
    tokens = {kind: token for kind in _KINDS if (token := _token(args, kind, path.parent))}
    if not tokens:
        raise Wrong("Cần mã truy cập của ít nhất một bot, Zalo hoặc Telegram.")
    public_url = args.public_url
    if "zalo" in tokens and not public_url and not args.yes:
        print("Zalo chỉ giao tin chắc chắn qua webhook. Để trống nếu mới chạy thử.")
        public_url = input("Địa chỉ công khai (https://…): ").strip()
    admin = _asked(args, "admin", "Họ và tên người quản trị đầu tiên", "Nguyễn Văn A")
    path.write_text(_toml(args, committee, voice, public_url, tokens), encoding="utf-8")
    os.chmod(path, 0o600)
    try:
        config = load(path)
    except ConfigError:
        path.unlink()  # so that the next try is not refused
        raise
    with lock.held(config.data_dir):
        store = Store(config.data_dir).open(create=True)
        try:
            now = datetime.now(UTC)
            invitation = store.write_now(lambda tx: founding.found(tx, committee, admin, now))
        finally:
            store.close()
    print(f"\nĐã lập {path} và dữ liệu ở {config.data_dir}.")
    print(f"Mã tham gia của {admin}: {invitation.code} (dùng một lần, trong 14 ngày).")
    print("Chạy dịch vụ rồi nhắn mã này cho bot trên Zalo hoặc Telegram.")
    print("Bước tiếp theo: ./run run (chạy dịch vụ), rồi ./run import BẢNG.xlsx.")
    return 0


def _asked(args: argparse.Namespace, name: str, question: str, example: str) -> str:
    given = getattr(args, name)
    while not given and not args.yes:
        given = input(f"{question} (ví dụ: {example}): ").strip()
    if not given:
        raise Wrong(f"Thiếu --{name}.")
    return str(given)


def _token(args: argparse.Namespace, kind: str, folder: Path) -> str:
    """The path of the token's file, written 0600 when the token was typed; "" without one."""
    given = getattr(args, f"{kind}_token_file")
    if given:
        if not Path(given).is_file():
            raise Wrong(f"Không có tệp {given}.")
        return str(Path(given).resolve())
    if args.yes:
        return ""
    token = getpass.getpass(f"Mã truy cập bot {kind.capitalize()} (Enter nếu không dùng): ").strip()
    if not token:
        return ""
    target = folder / f"{kind}.token"
    handle = os.open(target, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(token + "\n")
    return target.name


def _toml(
    args: argparse.Namespace, committee: str, voice: str, public_url: str, tokens: dict[str, str]
) -> str:
    written = [
        "# Mọi khóa và ý nghĩa: config.example.toml",
        "[service]",
        f"committee = {_quoted(committee)}",
        f"voice = {_quoted(voice)}",
        f"data_dir = {_quoted(args.data_dir)}",
    ]
    if public_url:
        written += ["", "[web]", f"public_url = {_quoted(public_url)}"]
    for kind, token_file in tokens.items():
        written += [
            "",
            f"[channels.{kind}]",
            f"kind = {_quoted(kind)}",
            f"token_file = {_quoted(token_file)}",
        ]
        if kind == "zalo" and not public_url:
            written += ["# Hỏi định kỳ chỉ để chạy thử: tin đang nhận dở sẽ mất khi dừng đột ngột."]
            written += ['mode = "polling"']
        if url := getattr(args, f"{kind}_url"):
            written.append(f"base_url = {_quoted(url)}")
    return "\n".join(written) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
