"""The five sheets: their headings with every name that is accepted, and how each cell is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from domain.fold import fold
from domain.sheet import cells, periods, words
from domain.sheet.grid import Cell

UNITS, PEOPLE, DOCUMENTS, ASSIGNMENTS, PROGRESS = (
    "units",
    "people",
    "documents",
    "assignments",
    "progress",
)


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` is what an export writes; `also` what is understood besides."""

    field: str
    heading: str
    read: Callable[[Cell], Any]
    also: tuple[str, ...] = ()
    width: int = 14
    # "text", "day" or "number": what an export makes of the cell.
    form: str = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """`stem` names the CSV file; `needed` are the fields without which a row says nothing."""

    kind: str
    name: str
    stem: str
    columns: tuple[Column, ...]
    needed: tuple[str, ...]
    also: tuple[str, ...] = ()

    def column(self, field: str) -> Column:
        return next(column for column in self.columns if column.field == field)


def _day(field: str, heading: str, *also: str) -> Column:
    return Column(field, heading, cells.day, also, 13, "day")


def _number(field: str, heading: str, *also: str) -> Column:
    return Column(field, heading, cells.number, also, 13, "number")


SHEETS: Final = (
    Sheet(
        UNITS,
        "Đơn vị",
        "don-vi",
        (
            Column("code", "mã", cells.code, ("mã đơn vị",)),
            Column("name", "tên", cells.line, ("tên đơn vị", "đơn vị"), 40),
            Column("kind", "loại", cells.line, ("loại đơn vị", "loại hình")),
            Column("parent", "trực thuộc", cells.line, ("đơn vị cấp trên", "cấp trên", "thuộc")),
            _day("valid_from", "từ ngày", "hiệu lực từ"),
            _day("valid_to", "đến ngày", "hiệu lực đến"),
        ),
        ("name",),
        ("danh sách đơn vị",),
    ),
    Sheet(
        PEOPLE,
        "Cán bộ",
        "can-bo",
        (
            Column("code", "mã", cells.code, ("mã cán bộ",)),
            Column("full_name", "họ và tên", cells.line, ("họ tên", "tên"), 26),
            Column("title", "chức vụ", cells.title, ("chức danh",), 40),
            Column("unit", "đơn vị", cells.line, ("mã đơn vị", "đơn vị công tác")),
            Column("role", "vai trò", cells.one_of(words.ROLES, "vai trò"), (), 20),
            _day("valid_from", "từ ngày"),
            _day("valid_to", "đến ngày"),
            Column("substitute", "người thay", cells.line, ("người thay thế",)),
            Column("phone", "điện thoại công vụ", cells.line, ("điện thoại", "số điện thoại"), 18),
            Column("language", "ngôn ngữ", cells.one_of(words.LANGUAGES, "ngôn ngữ"), (), 11),
        ),
        ("full_name", "unit"),
        ("danh sách cán bộ", "nhân sự"),
    ),
    Sheet(
        DOCUMENTS,
        "Văn bản",
        "van-ban",
        (
            Column("code", "mã", cells.code, ("mã văn bản",)),
            Column("number", "số ký hiệu", cells.line, ("số, ký hiệu", "ký hiệu", "số hiệu"), 20),
            Column("kind", "loại", cells.line, ("loại văn bản",)),
            Column("abstract", "trích yếu", cells.text, ("tên văn bản", "nội dung"), 52),
            Column("issuer", "cơ quan ban hành", cells.line, ("nơi ban hành",), 26),
            _day("issued_on", "ngày ban hành", "ngày"),
            Column("parent", "căn cứ", cells.line),
        ),
        ("abstract",),
        ("danh mục văn bản",),
    ),
    Sheet(
        ASSIGNMENTS,
        "Nhiệm vụ",
        "nhiem-vu",
        (
            Column("code", "mã", cells.code, ("mã nhiệm vụ", "mã chỉ tiêu", "mã số"), 9),
            Column("kind", "loại", cells.one_of(words.KINDS, "loại"), ("loại việc",), 11),
            Column(
                "title",
                "nội dung",
                cells.text,
                (
                    "tên",
                    "tên chỉ tiêu",
                    "chỉ tiêu",
                    "nhiệm vụ",
                    "tên nhiệm vụ",
                    "nội dung công việc",
                ),
                46,
            ),
            Column("year", "năm", cells.year, (), 8, "number"),
            Column("document", "văn bản", cells.line, ("mã văn bản", "theo văn bản")),
            Column("field", "lĩnh vực", cells.line, (), 22),
            Column("unit", "đơn vị chủ trì", cells.line, ("chủ trì", "cơ quan chủ trì")),
            Column("doers", "người thực hiện", cells.items, ("cán bộ thực hiện",), 26),
            Column("overseers", "lãnh đạo phụ trách", cells.items, ("phụ trách",)),
            Column(
                "coordinating", "đơn vị phối hợp", cells.items, ("phối hợp", "cơ quan phối hợp"), 22
            ),
            Column("monitoring", "theo dõi", cells.items, ("đơn vị theo dõi", "người theo dõi")),
            Column("parent", "mã cấp trên", cells.line, ("thuộc", "mã cha", "thuộc mã")),
            Column("measure", "đơn vị tính", cells.line, ("đvt",)),
            _number("last_year", "thực hiện năm trước", "năm trước", "kết quả năm trước"),
            _number("plan", "kế hoạch năm", "kế hoạch", "chỉ tiêu kế hoạch", "kế hoạch giao"),
            Column("plans", "kế hoạch kỳ", periods.plans, ("kế hoạch theo kỳ",), 26),
            Column(
                "direction",
                "hướng phấn đấu",
                cells.one_of(words.DIRECTIONS, "hướng phấn đấu"),
                ("chiều", "hướng"),
            ),
            Column("aggregate", "cách tổng hợp", cells.one_of(words.AGGREGATES, "cách tổng hợp")),
            Column("weight", "trọng số", cells.weight, (), 10, "number"),
            Column(
                "due_on",
                "thời hạn hoàn thành",
                cells.deadline,
                ("hạn", "thời hạn", "hạn hoàn thành", "thời gian hoàn thành"),
                13,
                "day",
            ),
            Column(
                "reporting",
                "kỳ báo cáo",
                cells.one_of(words.REPORTINGS, "kỳ báo cáo"),
                ("chế độ báo cáo",),
            ),
            Column(
                "priority",
                "mức độ",
                cells.one_of(words.PRIORITIES, "mức độ"),
                ("ưu tiên", "mức độ ưu tiên"),
            ),
            Column("product", "sản phẩm", cells.line, ("sản phẩm đầu ra", "kết quả đầu ra"), 22),
            Column("tags", "nhóm công việc", cells.items, ("thẻ", "nhóm", "nhãn"), 22),
            Column(
                "discreet",
                "không gửi qua tin nhắn",
                cells.flag,
                ("không qua chat", "không gửi chat"),
            ),
        ),
        ("title", "unit"),
        ("chỉ tiêu", "chỉ tiêu nhiệm vụ", "nhiệm vụ chỉ tiêu", "danh mục nhiệm vụ"),
    ),
    Sheet(
        PROGRESS,
        "Tiến độ",
        "tien-do",
        (
            Column("code", "mã", cells.code, ("mã nhiệm vụ", "mã chỉ tiêu"), 9),
            Column("unit", "đơn vị", cells.line, ("mã đơn vị", "đơn vị chủ trì")),
            Column("period", "kỳ", periods.period, ("kỳ báo cáo",)),
            Column("value", "số liệu", cells.number, ("giá trị", "kết quả"), 13, "number"),
            Column(
                "percent",
                "phần trăm",
                cells.percentage,
                ("tỷ lệ", "% hoàn thành", "%"),
                11,
                "number",
            ),
            Column("estimate", "ước", cells.flag, ("số ước", "là số ước"), 7),
            Column("note", "ghi chú", cells.text, ("khó khăn, vướng mắc", "nội dung"), 42),
            Column("source", "nguồn", cells.line, ("nguồn số liệu",), 30),
            Column("person", "người báo cáo", cells.line, ("cán bộ báo cáo",)),
            _day("as_of", "ngày", "ngày báo cáo"),
            # Written by an export only where a row would be read otherwise without them.
            Column("year", "năm", cells.year, (), 8, "number"),
            Column("basis", "cách tính", cells.one_of(words.BASES, "cách tính")),
        ),
        ("code",),
        ("tiến độ thực hiện", "báo cáo tiến độ"),
    ),
)
BY_KIND: Final = {sheet.kind: sheet for sheet in SHEETS}
OPTIONAL_IN_PROGRESS: Final = ("year", "basis")

# Columns of the office's own that carry nothing.
IGNORED: Final = frozenset({"tt", "stt", "so tt", "so thu tu", "loi"})
MISTAKES_HEADING: Final = "Lỗi"
MEMORY_SHEET: Final = "_Xuất"


def heading_key(heading: str) -> str:
    """A heading without what does not name it: brackets, years, signs, case and marks."""
    plain = re.sub(r"\([^)]*\)|\[[^]]*\]", " ", fold(heading))
    plain = re.sub(r"\b(?:19|20|21)\d\d\b", " ", plain)
    return " ".join(re.sub(r"[^a-z0-9%]+", " ", plain).split())


def sheet_key(name: str) -> str:
    """A sheet's or file's name without numbers, signs, case and marks."""
    return " ".join(re.sub(r"[^a-z]+", " ", fold(name)).split())


_NAMES: Final = {
    sheet_key(name): sheet.kind
    for sheet in SHEETS
    for name in (sheet.name, sheet.stem, *sheet.also)
}
HEADINGS: Final[dict[str, dict[str, str]]] = {
    sheet.kind: {
        heading_key(name): column.field
        for column in reversed(sheet.columns)
        for name in (*column.also, column.heading)
    }
    for sheet in SHEETS
}


def kind_of(name: str) -> str | None:
    """What a sheet of this name holds, or None."""
    return _NAMES.get(sheet_key(name))
