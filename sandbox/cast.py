"""Who plays in the demonstration, where they are found, and what they do before it opens.

The people are invented. Holds no rule of the product.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sandbox.committee import rows_of

CLERK = "CB-004"  # sends the directive

PEOPLE = tuple(f"CB-{number:03d}" for number in range(1, 66))
# The reporter who is new in phường 6, and the secretary of Phú Nhuận.
NOT_JOINED = frozenset({"CB-047", "CB-060"})
_ON_TELEGRAM = frozenset(
    f"CB-{number:03d}"
    for number in (
        *(5, 6, 8, 12, 17, 19, 23, 26, 27, 29, 33),
        *(35, 37, 41, 43, 45, 49, 53, 55, 57, 64),
    )
)
# Everybody who joined, and where; two thirds on Zalo, below the 50 of its free plan.
CHANNEL_OF: dict[str, str] = {
    code: "telegram" if code in _ON_TELEGRAM else "zalo"
    for code in PEOPLE
    if code not in NOT_JOINED
}


@dataclass(frozen=True, slots=True)
class DemoDirective:
    """A directive to the leads of the units in `recipients` (unit codes)."""

    subject: str
    body: str
    sent_on: date
    confirm_by: date
    recipients: tuple[str, ...]


DIRECTIVE = DemoDirective(
    subject="Báo cáo kết quả thực hiện Nghị quyết Thành ủy 6 tháng đầu năm 2021",
    body=(
        "Kính gửi: Đảng ủy các phường, xã.\n"
        "Để chuẩn bị hội nghị sơ kết 6 tháng đầu năm, "
        "Văn phòng Thành ủy kính đề nghị các đồng chí:\n"
        "1. Cập nhật số liệu từng chỉ tiêu, nhiệm vụ được giao đến hết tháng 5 và số ước thực hiện "
        "6 tháng; số nào là số ước xin ghi rõ.\n"
        "2. Nêu khó khăn, vướng mắc và kiến nghị (nếu có).\n"
        "3. Gửi báo cáo về Văn phòng Thành ủy trước 16 giờ thứ Ba, ngày 15/6/2021.\n"
        "Đề nghị các đồng chí xác nhận đã nhận chậm nhất là hết thứ Sáu, ngày 11/6/2021. "
        "Trân trọng cảm ơn."
    ),
    sent_on=date(2021, 6, 8),
    confirm_by=date(2021, 6, 11),
    recipients=(
        *("DU-AH", "DU-PK", "DU-PT", "DU-P4", "DU-P5", "DU-P6", "DU-P7", "DU-P8"),
        *("DU-BP", "DU-MTA", "DU-NT", "DU-PH", "DU-PN", "DU-SD"),
    ),
)
# Half of the 14 people whom it went to.
ACKNOWLEDGED = frozenset(f"CB-{number:03d}" for number in (36, 38, 42, 48, 50, 58, 62))


@dataclass(frozen=True, slots=True)
class Part:
    """A person as a phone shows them."""

    name: str
    title: str
    unit: str
    role: str


def part(code: str) -> Part:
    """The person of that code in the post that they hold at the end."""
    units = {row["mã"]: row["tên"] for row in rows_of("don-vi")}
    row = [row for row in rows_of("can-bo") if row["mã"] == code][-1]
    return Part(row["họ và tên"], row["chức vụ"], units[row["đơn vị"]], row["vai trò"])
