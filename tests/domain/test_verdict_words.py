"""What a decider's words about a request decide, and what they leave open."""

from __future__ import annotations

import pytest

from domain.verdict_words import AGREED, REFUSED, excepts, of_several, only_a_day, verdict, wavers


@pytest.mark.parametrize(
    "text",
    [
        "đồng ý",
        "Dạ tôi đồng ý cho gia hạn",
        "duyệt gia hạn theo đề nghị nhé",
        "ok em, đồng ý cho đơn vị lùi hạn",
        "dong y cho gia han",
        "đồng ý xác nhận hoàn thành",
        "nhất trí đề nghị này",
        "Duyệt luôn cho em nó",
    ],
)
def test_a_yes_with_what_belongs_to_it_is_plain(text: str) -> None:
    said = verdict(text)
    assert said is not None and (said.says, said.is_plain, said.words) == (AGREED, True, "")


@pytest.mark.parametrize(
    "text",
    [
        "duyệt chưa?",
        "duyệt chưa em",
        "duyet chua em",
        "duyệt gì đây",
        "đồng ý không?",
        "đồng ý à",
        "duyệt luôn hả em",
        "đồng ý cái gì vậy em",
        "đồng ý thì có ảnh hưởng chỉ tiêu không?",
        "đồng ý sao được",
        "dong y sao duoc",
        "đồng ý chưa được",
        "đồng ý đâu mà đồng ý vậy",
        "duyệt sau, để tôi hỏi lại đã",
        "đồng ý về nguyên tắc, để họp thường trực đã",
        "đồng ý nếu Ban Tổ chức nhất trí",
        "khoan, đồng ý",
        "tôi bấm nhầm, đồng ý cho",
        "trả lại cho ai vậy?",
        "tra lai cho ai vay",
        "không đồng ý được không?",
        "không đồng ý thì sao",
        "không duyệt vội, để tôi xem lại",
        "chưa duyệt, chờ họp thường trực",
    ],
)
def test_a_question_a_delay_and_a_doubt_waver(text: str) -> None:
    said = verdict(text)
    assert said is not None and said.wavers and not said.is_plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("đồng ý nhưng phải có báo cáo giải trình", "phải có báo cáo giải trình"),
        ("dong y nhung phai co bao cao", "phai co bao cao"),
        ("ok em nhưng mà phải xong trước đại hội", "em nhưng mà phải xong trước đại hội"),
        ("duyệt, lần cuối", "lần cuối"),
        ("đồng ý với điều kiện có văn bản", "với điều kiện có văn bản"),
        ("được nhưng phải làm tờ trình", "phải làm tờ trình"),
    ],
)
def test_a_condition_is_no_plain_yes(text: str, words: str) -> None:
    said = verdict(text)
    assert said is not None
    assert (said.says, said.is_plain, said.wavers, said.words) == (AGREED, False, False, words)


def test_why_somebody_agrees_is_no_condition() -> None:
    said = verdict("đồng ý vì mưa nhiều")
    assert said is not None and (said.is_plain, said.words) == (True, "vì mưa nhiều")
    for text in ("đồng ý vì mưa, nhưng phải báo cáo", "đồng ý với lý do trên, phải báo cáo"):
        said = verdict(text)
        assert said is not None and not said.is_plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("không đồng ý", ""),
        ("tôi không đồng ý đâu nhé", ""),
        ("không cho lùi nữa", ""),
        ("k đồng ý", ""),
        ("bác đề nghị này", ""),
        ("không dc", ""),
        ("không", ""),
        ("không đồng ý vì đã giao từ đầu năm", "đã giao từ đầu năm"),
        ("khong dong y vi qua lau", "qua lau"),
        ("không đồng ý gia hạn, việc này đã trễ quá lâu", "việc này đã trễ quá lâu"),
        ("chưa đồng ý, chưa có báo cáo nào gửi lên", "chưa có báo cáo nào gửi lên"),
        ("trả lại thiếu biên bản", "thiếu biên bản"),
        (
            "trả lại, thiếu biên bản đối thoại, hạn đến 20/6",
            "thiếu biên bản đối thoại, hạn đến 20/6",
        ),
        ("hổng duyệt, kế hoạch chưa được duyệt", "kế hoạch chưa được duyệt"),
    ],
)
def test_a_no_with_a_plain_reason_or_none_is_plain(text: str, words: str) -> None:
    said = verdict(text)
    assert said is not None and (said.says, said.is_plain, said.words) == (REFUSED, True, words)


@pytest.mark.parametrize(
    "text",
    [
        "không đồng ý nhưng cho đến thứ Sáu thì được",
        "không đồng ý đến 30/6, chỉ đến 20/6 thì được",
        "không đồng ý Phòng Tài chính",
        "trả lại, mà thôi đồng ý cũng được",
    ],
)
def test_a_no_with_other_words_is_not_plain(text: str) -> None:
    said = verdict(text)
    assert said is not None and not said.is_plain


@pytest.mark.parametrize(
    "text",
    ["đồng ý cho gia hạn đến 18/6", "đồng ý nhưng chỉ đến thứ Sáu, 18/6 thôi", "trả lại, hạn 15/6"],
)
def test_nothing_but_a_day_follows(text: str) -> None:
    said = verdict(text)
    assert said is not None and said.until and said.is_plain and not said.words


@pytest.mark.parametrize(
    "text", ["đạt 60%", "cảm ơn đồng chí", "để tôi xem đã", "cho đến 25/6", "duyệtt", "được 60%"]
)
def test_other_words_are_no_verdict(text: str) -> None:
    assert verdict(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "à thôi, để tôi xem lại",
        "ấn nhầm",
        "phường 7 sao rồi",
        "xem NV08 đã",
        "khoan",
        "doi toi chut",
    ],
)
def test_words_that_waver(text: str) -> None:
    assert wavers(text)


@pytest.mark.parametrize(
    "text",
    [
        "báo cáo này phải kịp kỳ họp",
        "thiếu danh sách, bổ sung đến 25/6",
        "việc đã quá hạn",
        "mai Phòng Tài nguyên xuống làm việc cùng ấp",
        "chưa có lý do gì chính đáng",
        "nếu lùi nữa sẽ ảnh hưởng chỉ tiêu chung",
        "xem lại số liệu tháng 5",
        "đơn vị báo nhầm số liệu",
        "trái nguyên tắc",
    ],
)
def test_words_that_do_not_waver(text: str) -> None:
    assert not wavers(text)


def test_several_are_meant_at_once_or_all_but_one() -> None:
    assert of_several("không đồng ý cả hai") and of_several("đồng ý hết trừ phường 4")
    assert of_several("đồng ý hết, riêng phường 4 thì không") and excepts("đồng ý tất cả trừ NV55")
    assert not of_several("đồng ý đến hết tháng 6") and not excepts("đồng ý hết")
    assert not of_several("không đồng ý vì cả hai chưa xong")


def test_only_a_day() -> None:
    assert only_a_day("hạn 15/6") and only_a_day("đến thứ Sáu, 18/6 nhé")
    assert not only_a_day("bổ sung biên bản đến 25/6") and not only_a_day("nhé")
