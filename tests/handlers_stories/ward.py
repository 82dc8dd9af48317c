"""Ward 7 and ward 8 of a city, with the people and the work that most stories need."""

from __future__ import annotations

from pathlib import Path

from domain.committee import Committee
from tests.handlers_stories.work_desk import Desk


class Ward(Desk):
    """Lan reports for ward 7, Ba leads ward 8, Chủ is the city's chair, Phòng its office."""

    def __init__(self, folder: Path, committee: Committee | None = None) -> None:
        super().__init__(folder, committee)
        self.city = self.unit("Thành ủy")
        self.ward7 = self.unit("Phường 7", self.city)
        self.ward8 = self.unit("Phường 8", self.city)
        self.lan = self.person("Nguyễn Thị Lan", self.ward7)
        self.ba = self.person("Trần Văn Ba", self.ward8, "lead")
        self.chair = self.person("Lê Văn Chủ", self.city, "chair")
        self.office = self.person("Phạm Thị Phòng", self.city, "office")
        self.budget = self.assignment(
            self.ward7,
            "CT12",
            "Thu ngân sách",
            "2021-06-07",
            measure="tỷ đồng",
            plan=500,
            reporting="month",
        )
        self.members = self.assignment(
            self.ward7, "CT03", "Kết nạp đảng viên", "2021-06-16", measure="đảng viên", plan=60
        )
        self.report = self.assignment(self.ward7, "NV07", 'Báo cáo "6 không"', "2021-06-10")
        self.budget8 = self.assignment(
            self.ward8,
            "CT12",
            "Thu ngân sách",
            "2021-06-30",
            measure="tỷ đồng",
            plan=300,
            reporting="month",
        )
