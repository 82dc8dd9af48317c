"""What is sent together is answered together, while nothing has been delivered yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.transaction import Tx
from domain.instants import stamp
from domain.message import TELEGRAM, ZALO, Incoming, Media
from domain.secrecy import MASK
from tests.handlers_stories.ward import Ward

SECRET = (
    "Tin vừa rồi có dấu hiệu chứa nội dung mật nên không được ghi lại; ảnh, tệp gửi cùng lúc không"
    " được giữ.\nBí mật nhà nước không được soạn, gửi qua tin nhắn. Đồng chí thu hồi tin nhắn ngay"
    " và báo cán bộ phụ trách bảo mật của đơn vị.\nNếu chắc chắn đây không phải nội dung mật, đồng"
    " chí liên hệ Văn phòng Thành ủy."
)
RECORDED = (
    "Đã ghi CT12 Thu ngân sách: 250 tỷ đồng, lũy kế đến tháng 6/2021.\n"
    "🔴 Quá hạn 2 ngày (thứ Hai, 07/6). Đạt 50% kế hoạch năm (500 tỷ đồng).\n"
    'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
)
DOUBTED = (
    "CT12 Thu ngân sách: 900 tỷ đồng vượt quá xa kế hoạch (500 tỷ đồng). Tin này chưa được ghi."
    " Đồng chí xem lại giúp:"
)


class Slow(Ward):
    """Answers wait until they are sent."""

    def _deliver(self, tx: Tx, incoming: Incoming) -> str:
        return ""

    def photo(self, caption: str = "", platform: str = ZALO) -> None:
        """The next of what Lan sends together."""
        media = (Media("photo", f"file-{self._updates}"),)
        more = {"kind": "media", "media": media, "platform": platform}
        album = {"album": "77"} if platform == TELEGRAM else {}
        self.later(seconds=0.5)
        self._hear(self.lan, Incoming(**self._fields(self.lan, caption, more | album)))

    def sent(self) -> None:
        """All that waits arrives."""
        for row in self.rows("SELECT id FROM outbox WHERE state = 'queued'"):
            self.write(lambda tx, number=row["id"]: self._arrive(tx, number))

    def _arrive(self, tx: Tx, number: int) -> None:
        tx.run(
            "UPDATE outbox SET state = 'sent', sent_at = :now WHERE id = :id",
            now=stamp(self.now),
            id=number,
        )
        tx.run(
            "INSERT INTO sent (channel, chat, message_id, outbox_id, at)"
            " VALUES ('zalo', :chat, :message, :id, :now)",
            chat=self.chat(self.lan).chat,
            message=f"out-{number}",
            id=number,
            now=stamp(self.now),
        )

    def answers(self) -> list[str]:
        found = self.rows("SELECT text FROM outbox WHERE state = 'queued' ORDER BY id")
        return [row["text"] for row in found]

    def evidence(self) -> list[str | None]:
        """The code that each piece belongs to."""
        found = self.rows(
            "SELECT a.shown_code AS code FROM evidence e"
            " LEFT JOIN assignments a ON a.id = e.assignment_id ORDER BY e.id"
        )
        return [row["code"] for row in found]


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Slow]:
    slow = Slow(tmp_path)
    yield slow
    slow.store.close()


@pytest.mark.parametrize("platform", [ZALO, TELEGRAM])
def test_a_report_before_a_secret_stays_said(slow: Slow, platform: str) -> None:
    slow.photo("CT12 250 tỷ", platform)
    slow.photo(MASK, platform)
    assert slow.answers() == [f"{SECRET}\n\n{RECORDED}"]
    assert [row["value"] for row in slow.reports()] == [250]
    assert slow.evidence() == [None]
    slow.photo(MASK, platform)
    assert slow.answers() == [f"{SECRET}\n\n{RECORDED}"]


@pytest.mark.parametrize("platform", [ZALO, TELEGRAM])
def test_a_report_after_a_secret_is_recorded(slow: Slow, platform: str) -> None:
    slow.photo(MASK, platform)
    slow.photo("CT12 250 tỷ", platform)
    assert "\n\n".join(slow.answers()) == f"{SECRET}\n\n{RECORDED}"
    assert [row["value"] for row in slow.reports()] == [250]
    slow.photo(MASK, platform)
    slow.photo("", platform)
    assert "\n\n".join(slow.answers()) == f"{SECRET}\n\n{RECORDED}"
    assert slow.evidence() == []


def test_so_is_one_that_comes_late(slow: Slow) -> None:
    slow.photo(MASK, TELEGRAM)
    slow.sent()
    slow.later(minutes=1)
    slow.photo("CT12 250 tỷ", TELEGRAM)
    assert slow.answers() == [RECORDED]


@pytest.mark.parametrize("platform", [ZALO, TELEGRAM])
def test_a_question_before_a_secret_still_waits(slow: Slow, platform: str) -> None:
    slow.photo("CT12 thu 900 tỷ", platform)
    slow.photo(MASK, platform)
    assert slow.answers() == [f"{SECRET}\n\n{DOUBTED}"]
    slow.sent()
    slow.type(slow.lan, "đúng")
    assert [row["value"] for row in slow.reports()] == [900]


def test_words_of_which_it_is_asked_whose_they_are_are_asked_about_still(slow: Slow) -> None:
    slow.photo("đã làm được 40%")
    slow.photo(MASK)
    assert slow.answers() == [
        f'{SECRET}\n\n"đã làm được 40%" là của việc nào? Đồng chí chọn, hoặc gõ mã của việc:'
    ]
    slow.sent()
    slow.type(slow.lan, "NV07")
    assert [row["percent"] for row in slow.reports()] == [40]


def test_pictures_alone_are_refused_in_one_answer(slow: Slow) -> None:
    slow.photo()
    slow.photo(MASK)
    slow.photo()
    assert slow.answers() == [SECRET]


UNKNOWN = (
    "Trong việc của đơn vị đồng chí không có mã NV99, phần này chưa được ghi."
    ' Đồng chí gõ "việc" để xem các mã của mình.'
)


@pytest.mark.parametrize("platform", [ZALO, TELEGRAM])
@pytest.mark.parametrize("words", ["NV99 60%", "NV99"])
@pytest.mark.parametrize(
    ("before", "code", "said"),
    [
        ("NV07 10%", "NV07", 'Đã nhận ảnh làm minh chứng cho NV07 Báo cáo "6 không".'),
        ("việc", None, "Đã nhận. Đây là minh chứng cho việc nào?"),
    ],
)
def test_a_picture_stays_where_it_is_when_the_words_of_the_next_name_nothing(
    slow: Slow, before: str, code: str | None, said: str, words: str, platform: str
) -> None:
    slow.type(slow.lan, before)
    slow.sent()
    slow.photo("", platform)
    assert slow.evidence() == [code]
    slow.photo(words, platform)
    assert slow.evidence() == [code, None]
    answers = "\n\n".join(slow.answers())
    assert answers.startswith(said)
    assert answers.count("Đây là minh chứng cho việc nào?") == 1
    assert answers.endswith(UNKNOWN)


@pytest.mark.parametrize("platform", [ZALO, TELEGRAM])
def test_pictures_with_an_unknown_code_are_asked_about_once_and_what_is_not_recorded_stays_said(
    slow: Slow, platform: str
) -> None:
    slow.photo("NV99 60%", platform)
    slow.photo("", platform)
    assert slow.evidence() == [None, None]
    assert slow.answers() == ["Đã nhận. Đây là minh chứng cho việc nào?\n\n" + UNKNOWN]


def test_words_that_name_work_take_it_with_them(slow: Slow) -> None:
    slow.type(slow.lan, "NV07 10%")
    slow.sent()
    slow.photo()
    slow.photo("CT12 250 tỷ")
    assert slow.evidence() == ["CT12", "CT12"]
