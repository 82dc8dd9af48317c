"""More of the office's tables, imported while a story runs."""

from __future__ import annotations

from pathlib import Path

from sandbox.stage import Stage

# A task of Lan's that is reported on each month.
MONTHLY = (
    "mã,loại,nội dung,năm,đơn vị chủ trì,người thực hiện,hạn,kỳ báo cáo\n"
    "NV31,nhiệm vụ,Rà soát hộ nghèo,2021,DU-AH,LAN,31/12/2021,tháng\n"
)


async def import_more(on: Stage, folder: Path, **tables: str) -> None:
    """Imports tables by name ("nhiem_vu" is nhiem-vu.csv); each is a heading and its rows."""
    more = folder / "more"
    more.mkdir()
    for name, text in tables.items():
        path = more / f"{name.replace('_', '-')}.csv"
        path.write_text(text, encoding="utf-8")
    await on.service.command("import", str(more))
