"""What needs a person: raised once, shown by `status` and `tinhtrang`, cleared when it is over."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from db.transaction import Row, Tx
from domain.instants import stamp

_TIME_TO_LOOK = timedelta(days=3)

# code → what the office reads; {subject} is put in.
WORDS = {
    "not_running": "Dịch vụ không chạy: {text} Hãy chạy: ./run run (dùng systemd thì: systemctl"
    " start dondoc).",
    "parked": "Tin nhắn mã {subject} chưa xử lý được. Xem: ./run parked.",
    "channel_down": "Kênh {subject} đang dừng: {text}",
    "unreachable": "Không gửi được cho {subject}: {text}",
    "group_lost": "Nhóm của {subject} không còn nhận tin: {text}. Đề nghị đưa trợ lý vào lại nhóm,"
    " hoặc gắn nhóm khác.",
    "unknown": "Không rõ tin {subject} đã tới nơi chưa.",
    "clock": "Đồng hồ máy chủ {text}; việc nhắc hẹn tạm dừng, tự chạy tiếp khi giờ đúng trở lại."
    " Hãy chỉnh giờ máy chủ.",
    "locked": "Một chương trình khác đang giữ tệp dữ liệu quá một phút.",
    "full": "Ổ đĩa đã đầy: dịch vụ chưa nhận thêm tin cho đến khi có chỗ.",
    "unwritable": "Không ghi được tệp dữ liệu ({text}): dịch vụ chưa nhận thêm tin, tự chạy tiếp"
    " khi ghi được. Hãy kiểm tra ổ đĩa và quyền của thư mục dữ liệu.",
    "unreadable": "Không đọc được tệp dữ liệu ({text}). Hãy kiểm tra ổ đĩa và thư mục dữ liệu.",
    "no_room": "Chưa lưu được ảnh, tệp minh chứng ({text}): tự tải tiếp khi được. Hãy kiểm tra ổ"
    " đĩa.",
    "quota": "Kênh {subject}: {text}",
    "seats": "Kênh {subject} đã đủ {text} người của gói, có người chưa tham gia được. Hãy nâng gói"
    " rồi tăng max_users, hoặc mời họ qua kênh khác.",
    "unbalanced": "Sổ sách không khớp: {text}",
    "enrolling": "Có nhiều lần thử mã tham gia không đúng: {text}",
}


def aside(code: str, text: str = "") -> dict[str, str]:
    """A problem that cannot stand in the data, as it is shown beside those that do."""
    return {"code": code, "text": WORDS[code].format(text=text)}


def raised(tx: Tx, code: str, subject: str, text: str, now: datetime) -> bool:
    """Notes a problem; False when it was known."""
    new = tx.run(
        "INSERT INTO problems (code, subject, text, since) VALUES (:code, :subject, :text, :now)"
        " ON CONFLICT (code, subject) DO NOTHING",
        code=code,
        subject=subject,
        text=WORDS[code].format(subject=subject, text=text),
        now=stamp(now),
    )
    return new == 1


def changed(tx: Tx, code: str, subject: str, text: str, now: datetime) -> None:
    """As `raised`; another reason takes the place of the former and is told anew."""
    tx.run(
        "INSERT INTO problems (code, subject, text, since) VALUES (:code, :subject, :text, :now)"
        " ON CONFLICT (code, subject) DO UPDATE SET text = excluded.text, since = excluded.since,"
        " told_at = NULL WHERE text <> excluded.text",
        code=code,
        subject=subject,
        text=WORDS[code].format(subject=subject, text=text),
        now=stamp(now),
    )


def cleared(tx: Tx, code: str, subject: str = "") -> bool:
    """The problem is over; False when there was none."""
    return (
        tx.run(
            "DELETE FROM problems WHERE code = :code AND subject = :subject",
            code=code,
            subject=subject,
        )
        == 1
    )


def forget_told(tx: Tx, now: datetime) -> None:
    """Events, unlike states, are over once a person was told and had three days for them."""
    tx.run(
        "DELETE FROM problems WHERE code IN ('unknown', 'enrolling') AND told_at < :before",
        before=stamp(now - _TIME_TO_LOOK),
    )


def forget_channels_but(tx: Tx, names: list[str]) -> None:
    """A channel that is configured no more has no problems."""
    tx.run(
        "DELETE FROM problems WHERE code IN ('channel_down', 'quota', 'seats')"
        " AND subject NOT IN (SELECT value FROM json_each(:names))",
        names=json.dumps(names),
    )


def open_ones(tx: Tx) -> list[Row]:
    """All problems that stand, oldest first."""
    return tx.all("SELECT code, subject, text, since, told_at FROM problems ORDER BY since, code")
