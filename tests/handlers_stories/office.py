"""One ward with its lead and its officials, for stories about leave; it strikes when told."""

from __future__ import annotations

from pathlib import Path

import scheduler
from tests.handlers_stories.work_desk import Desk

# An announcement of a leave that leaves nothing to ask, and what is said back.
FULL = "tôi nghỉ từ 10/6 đến 15/6, chị Hoa thay"
KEPT = (
    "Đã ghi: đồng chí nghỉ từ thứ Năm, 10/6 đến hết thứ Ba, 15/6.\n"
    "Người thay: đồng chí Trần Thị Hoa. Việc và tin nhắc trong những ngày ấy gửi đến đồng chí Hoa;"
    " đồng chí Hoa được báo ngày đầu và khi hết đợt.\n"
    "Đồng chí không nhận tin nhắc nào cho đến thứ Tư, 16/6; chỉ đạo vẫn gửi đến cả hai người."
)


class Office(Desk):
    """Lan, Hoa and two called Ba work in ward 7, which Tâm leads; Sáu works in ward 8."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.ward = self.unit("Phường 7")
        self.other = self.unit("Phường 8")
        self.lan = self.person("Lê Thị Lan", self.ward)
        self.hoa = self.person("Trần Thị Hoa", self.ward)
        self.ba = self.person("Nguyễn Văn Ba", self.ward)
        self.tam = self.person("Nguyễn Minh Tâm", self.ward, "lead")
        self.sau = self.person("Phạm Thị Sáu", self.other)
        self.work = self.assignment(self.ward, "NV07", 'Báo cáo "6 không"', "2021-06-10")
        self.write(
            lambda tx: tx.insert(
                "INSERT INTO assignment_people (assignment_id, part, person_id)"
                " VALUES (:work, 'doer', :lan)",
                work=self.work,
                lan=self.lan,
            )
        )

    def tick(self, day: str, hour: int = 8) -> None:
        self.on(day, hour)
        self.write(lambda tx: scheduler.tick(tx, self.now, self.committee))
        self.write(lambda tx: tx.run("UPDATE outbox SET state = 'sent' WHERE state = 'queued'"))

    def heard(self, person: int, day: str) -> list[str]:
        """What was put in the queue for somebody on a day, but for answers."""
        rows = self.rows(
            "SELECT text FROM outbox WHERE person_id = :person AND kind <> 'answer'"
            " AND date(created_at, '+7 hours') = :day AND state <> 'cancelled' ORDER BY id",
            person=person,
            day=day,
        )
        return [row["text"] for row in rows]

    def leaves(self) -> list[tuple[int, int | None, str, str]]:
        rows = self.rows(
            "SELECT person_id, substitute_id, first_on, last_on FROM leaves"
            " WHERE cancelled_at IS NULL ORDER BY id"
        )
        return [tuple(row) for row in rows]
