"""What was decided in the chat after an export stands when the office sends its file back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.stories.books import reports, rows
from tests.stories.conftest import Play


def edit(path: Path, sheet: str, code: str, heading: str, value: Any) -> None:
    """Changes one cell of the row of this code; without a heading the row is taken out."""
    book = load_workbook(path)
    headings = [cell.value for cell in book[sheet][1]]
    row = next(row for row in book[sheet] if row[headings.index("Mã")].value == code)
    if heading:
        row[headings.index(heading)].value = value
    else:
        book[sheet].delete_rows(row[0].row)
    book.save(path)


async def test_an_extension_a_report_and_a_language_of_the_chat_are_listed_and_stand(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan, chair = await on.join("LAN", channel), await on.join("BT", "telegram")
        await on.says(lan, "CT03 9 đảng viên")
        file = on.service.folder / "bang.xlsx"
        await on.service.command("export", str(file))

        await on.says(lan, "CT03 12 đảng viên")
        await on.says(lan, "NV7 xin gia hạn đến 30/6, chưa đủ số liệu")
        await on.choose(chair, await on.next(chair), 1)
        assert (await on.next(chair)).text.startswith("Đã đồng ý gia hạn đến thứ Tư, 30/6")
        await on.next(lan)
        await on.says(lan, "tiếng anh")

        edit(file, "Nhiệm vụ", "NV07", "Thời hạn hoàn thành", "20/06/2021")
        edit(file, "Nhiệm vụ", "NV07", "Sản phẩm", "Báo cáo")
        edit(file, "Tiến độ", "CT03", "Số liệu", 15)
        edit(file, "Nhiệm vụ", "NV09", "", None)
        said = await on.service.command("import", str(file))
        assert said.startswith(
            "Đã nhập: 1 cán bộ xung đột, 1 nhiệm vụ, chỉ tiêu thay đổi, 1 nhiệm vụ, chỉ tiêu xung"
            " đột, 1 dòng tiến độ xung đột.\n"
        )
        listed = said.partition("Xung đột, không ghi đè (3):\n")[2].splitlines()
        assert listed == [
            '  Lê Thị Hoàng Lan (LAN), Ngôn ngữ: đã đổi thành "Tiếng Anh" sau khi xuất bảng;'
            ' giữ nguyên, không ghi "Tiếng Việt"',
            "  NV07 (DU-AH, 2021), Thời hạn hoàn thành: đã đổi thành"
            ' "30/06/2021" sau khi xuất bảng; giữ nguyên, không ghi "20/06/2021"',
            "  Tiến độ, dòng 2 (CT03 của DU-AH), kỳ 2021-06: đã báo 12 ngày 09/06/2021"
            " sau khi xuất bảng; giữ nguyên, không ghi 15",
            "Không còn trong tệp, vẫn giữ nguyên (1):",
            "  NV09 (DU-P7, 2021)",
        ]
        due = "SELECT due_on, product, state FROM assignments WHERE code IN ('NV7', 'NV9')"
        assert rows(on, due) == [("2021-06-30", "Báo cáo", "open"), ("2021-06-16", "", "open")]
        assert [value for _, _, value in reports(on)] == [9.0, 12.0]

        said = await on.service.command("import", str(file), "--dry-run", "--close-missing")
        assert "Không còn trong tệp, sẽ khép lại nếu được (1):\n  NV09 (DU-P7, 2021)\n" in said
        assert rows(on, due)[1][2] == "open"
        said = await on.service.command("import", str(file), "--close-missing")
        assert "Không còn trong tệp, đã khép lại (1):\n  NV09 (DU-P7, 2021)\n" in said
        assert rows(on, due)[1][2] == "cancelled"

        # A new export knows it all: what the office changes in it is taken.
        await on.service.command("export", str(file))
        edit(file, "Nhiệm vụ", "NV07", "Thời hạn hoàn thành", "05/07/2021")
        assert "Xung đột" not in await on.service.command("import", str(file))
        assert rows(on, due)[0][0] == "2021-07-05"
