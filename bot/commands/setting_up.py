"""`init`: asks for what a committee must say once, and leaves a service that starts."""

from __future__ import annotations

import argparse
import getpass
import os
from datetime import UTC, datetime
from pathlib import Path

from bot import lock
from bot.commands.carrying import Wrong, config_path
from bot.config import is_token, load, token_variable
from db import founding
from db.invites import Invitation
from db.store import Store

_KINDS = ("zalo", "telegram")
_NO_TOKEN = (
    "Cần mã truy cập của ít nhất một bot, Zalo hoặc Telegram"
    " (--zalo-token-file, --telegram-token-file)"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="không hỏi; lấy từ các tham số")
    parser.add_argument("--committee", metavar="NAME", help="tên cấp ủy, cơ quan")
    parser.add_argument(
        "--voice", metavar="NAME", help='tên người nhắc; bỏ trống: "Văn phòng" và tên ấy'
    )
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
    if args.yes:
        _refuse_what_is_missing(args)
    committee = args.committee or _asked("Tên cấp ủy hoặc cơ quan (ví dụ: Đảng ủy phường An Hội)")
    usual = f"Văn phòng {committee}"
    voice = args.voice or (
        usual if args.yes else _asked(f"Nhắc việc nhân danh ai [{usual}]", usual)
    )
    tokens = {
        kind: token for kind in _KINDS if (token := _token(args, kind, path.parent)) is not None
    }
    if not tokens:
        raise Wrong(f"{_NO_TOKEN}.")
    public_url = args.public_url
    if "zalo" in tokens and not public_url and not args.yes:
        print("Zalo chỉ giao tin chắc chắn qua webhook. Để trống nếu mới chạy thử.")
        public_url = input("Địa chỉ công khai (https://…): ").strip()
    admin = args.admin or _asked("Họ và tên người quản trị đầu tiên")
    try:
        path.write_text(_toml(args, committee, voice, public_url, tokens), encoding="utf-8")
        os.chmod(path, 0o600)
        config = load(path)
        invitation = _founded(config.data_dir, committee, admin)
    except BaseException:
        path.unlink(missing_ok=True)  # so that the next try is not refused
        raise
    print(f"\nĐã lập {path} và dữ liệu ở {config.data_dir}.")
    print(f"Mã tham gia của {admin}: {invitation.code} (dùng một lần, trong 14 ngày).")
    print("Chạy dịch vụ rồi nhắn mã này cho bot trên Zalo hoặc Telegram.")
    print("Hỏi thử mã truy cập: .venv/bin/python -m bot check --online")
    print("Bước tiếp theo: ./run run (chạy dịch vụ), rồi ./run import BẢNG.xlsx.")
    return 0


def _founded(data_dir: Path, committee: str, admin: str) -> Invitation:
    with lock.held(data_dir):
        store = Store(data_dir).open(create=True)
        try:
            now = datetime.now(UTC)
            return store.write_now(lambda tx: founding.found(tx, committee, admin, now))
        finally:
            store.close()


def _refuse_what_is_missing(args: argparse.Namespace) -> None:
    """Everything that `--yes` would have to ask for, in one sentence."""
    missing = [f"thiếu --{name}" for name in ("committee", "admin") if not getattr(args, name)]
    named = {kind: getattr(args, f"{kind}_token_file") for kind in _KINDS}
    if not any(named[kind] or _is_in_environment(kind) for kind in _KINDS):
        missing.append(_NO_TOKEN[0].lower() + _NO_TOKEN[1:])
    missing += [f"không có tệp {file}" for file in named.values() if file and not _exists(file)]
    if missing:
        sentence = "; ".join(missing)
        raise Wrong(f"{sentence[0].upper()}{sentence[1:]}.")


def _asked(question: str, usual: str = "") -> str:
    while not (given := input(f"{question}: ").strip() or usual):
        pass
    return given


def _token(args: argparse.Namespace, kind: str, folder: Path) -> str | None:
    """The path of the token's file, written 0600 when the token was typed; "" when the token is
    in the environment; None without one."""
    given = getattr(args, f"{kind}_token_file")
    if given:
        if not _exists(given):
            raise Wrong(f"Không có tệp {given}.")
        return str(Path(given).resolve())
    if _is_in_environment(kind):
        return ""
    if args.yes:
        return None
    while token := getpass.getpass(
        f"Mã truy cập bot {kind.capitalize()} (Enter nếu không dùng): "
    ).strip():
        if is_token(token):
            break
        print("Mã truy cập này không đúng dạng: ít nhất 8 ký tự, không có dấu cách và dấu /.")
    if not token:
        return None
    target = folder / f"{kind}.token"
    handle = os.open(target, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(token + "\n")
    return target.name


def _exists(file: str) -> bool:
    return Path(file).is_file()


def _is_in_environment(kind: str) -> bool:
    return bool(os.environ.get(token_variable(kind), "").strip())


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
        ]
        if token_file:
            written.append(f"token_file = {_quoted(token_file)}")
        if kind == "zalo" and not public_url:
            written += ["# Hỏi định kỳ chỉ để chạy thử: tin đang nhận dở sẽ mất khi dừng đột ngột."]
            written += ['mode = "polling"']
        if url := getattr(args, f"{kind}_url"):
            written.append(f"base_url = {_quoted(url)}")
    return "\n".join(written) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
