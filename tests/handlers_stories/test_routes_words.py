"""Words, codes and rights: what a typed message opens, and for whom."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from domain import texts
from domain.fold import fold
from domain.person import ROLES
from domain.texts import say
from handlers import routes, words
from tests.handlers_stories.front_desk import Desk

ROOT = Path(__file__).parents[2]
DENIED = (
    'Việc này không thuộc phần việc được giao của đồng chí. Gõ "menu" để xem những việc làm được'
    " ở đây; nếu cần, đồng chí liên hệ Văn phòng.",
    'Việc này do lãnh đạo có thẩm quyền thực hiện. Gõ "menu" để xem những việc của văn phòng.',
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    for role in ROLES:
        desk.person(f"Lê Văn {role.capitalize()}", top, role, chat=role)
    desk.person("Ngô Văn Phú", desk.unit("Đảng ủy phường 4", "dang_uy_phuong", top))
    yield desk
    desk.store.close()


@pytest.mark.parametrize(
    "typed", ["menu", "/menu", "MENU", "/menu@dondoc_bot", "hướng dẫn", "Huong Dan", "trợ giúp"]
)
def test_a_command_is_known_however_it_is_spelled(desk: Desk, typed: str) -> None:
    assert desk.says("lead", typed) == (
        "Chào đồng chí Lead. Để báo cáo tiến độ, đồng chí chỉ cần nhắn mã và số liệu, ví dụ: CT12"
        " 60%\n\n"
        "Đồng chí có thể chọn một mục dưới đây."
    )
    assert desk.choices("lead")[:2] == ["Việc của tôi", "Tìm nhiệm vụ, chỉ tiêu"]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("trả lời: việc", "việc"),
        ("Trả lời việc", "việc"),
        ('gõ "việc"', "việc"),
        ("trả lời: chỉ đạo", "chỉ đạo"),
        ("Trả lời: chờ duyệt.", "chờ duyệt"),
        ("chờ quyết định", "chờ duyệt"),
    ],
)
def test_a_word_typed_with_what_is_printed_before_it_is_that_word(
    desk: Desk, typed: str, word: str
) -> None:
    assert desk.says("lead", typed) == desk.says("lead", word) not in DENIED


def test_what_work_waits_for_is_no_command_of_who_may_not_decide(desk: Desk) -> None:
    assert desk.says("reporter", "chờ quyết định") not in DENIED
    assert desk.says("reporter", "trả lời văn bản") == desk.says("reporter", "trả lời dân")


def test_the_menu_says_first_what_each_role_does_most(desk: Desk) -> None:
    look = "Để xem một chỉ tiêu, nhiệm vụ, đồng chí gõ mã, ví dụ: CT12"
    report = "Để báo cáo tiến độ, đồng chí chỉ cần nhắn mã và số liệu, ví dụ: CT12 60%"
    for role, told in {
        "reporter": f" {report}",
        "overseer": f" {look}",
        "chair": f" {look}",
        "office": f' {look}. Để báo cáo thay đơn vị, đồng chí gõ "báo thay".',
        "admin": "",
    }.items():
        assert desk.says(role, "menu").split("\n")[0] == (
            f"Chào đồng chí {role.capitalize()}.{told}"
        )


def test_a_number_of_the_menu_opens_what_its_word_opens(desk: Desk) -> None:
    desk.says("office", "menu")
    number = desk.choices("office").index("Cán bộ") + 1
    assert desk.says("office", str(number)) == desk.says("office", "cán bộ")


def test_each_role_sees_and_may_open_exactly_its_own_words(desk: Desk) -> None:
    for role in ROLES:
        desk.says(role, "menu")
        shown = set(desk.choices(role))
        for place, label in enumerate(desk.choices(role), 1):
            if label.startswith("Xem thêm"):
                desk.says(role, str(place))
                shown |= set(desk.choices(role))
        for route in routes.ROUTES:
            denied = desk.says(role, route.word) in DENIED
            assert denied == (role not in route.who), f"{role} {route.word}"
            desk.says(role, "hủy")
            if route.help:
                assert (say(route.help).plain in shown) == (role in route.who)


def test_a_refusal_is_kept_in_the_audit(desk: Desk) -> None:
    assert desk.says("reporter", "guichidao") in DENIED
    row = desk.rows("SELECT act, subject, actor_id FROM audit")[0]
    assert tuple(row) == ("denied", "word:guichidao", 1)


def test_every_offered_act_and_every_step_has_its_row() -> None:
    acts, steps = set(), set()
    for room in (Path(routes.__file__).parent).glob("*.py"):
        for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            constants = [a.value for a in node.args if isinstance(a, ast.Constant)]
            if name == "Choice":
                acts |= {value for value in constants if re.fullmatch(r"[a-z]+\.[a-z_]+", value)}
            if name == "begin" and constants:
                steps.add(constants[0])
    assert acts and acts <= routes.ACTS.keys()
    assert steps and steps <= routes.STEPS.keys()


def test_no_spelling_leads_to_two_words() -> None:
    spellings = [s for route in routes.ROUTES for s in (route.word, *route.aliases)]
    assert len(set(spellings)) == len(spellings)


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("sai", ""),
        ("Sai rồi", ""),
        ("sai số, 70%", "70%"),
        ("nhầm số liệu: CT12 70%", "CT12 70%"),
        ("nhầm, phải là 70%", "phải là 70%"),
        ("sai 70%", "70%"),
        ("sai phạm đã xử lý 3 vụ", None),
        ("nhầm lẫn trong hồ sơ đã sửa 5 trường hợp", None),
    ],
)
def test_a_correction_is_told_from_a_report_that_begins_alike(typed: str, rest: str | None) -> None:
    assert words.correction(typed) == rest


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("CT12 60%", True),
        ("ct 12: 250 tỷ", True),
        ("nv7 đạt 60%", True),
        ("CT12", False),
        ("60%", False),
        ("Đề nghị các đơn vị báo cáo CT12 đạt 60% trước ngày 30", False),
    ],
)
def test_a_code_with_a_figure_stands_on_its_own(typed: str, stands: bool) -> None:
    assert words.is_report(typed) is stands


def test_what_cannot_be_read_is_said_kindly(desk: Desk) -> None:
    assert desk.says("lead", "", kind="unreadable") == (
        "Tệp, tin thoại và nhãn dán gửi qua Zalo ở đây chưa đọc được. Nếu là văn bản, đồng chí gõ"
        " số và ngày, ví dụ: báo cáo số 45-BC/ĐU ngày 08/6, hoặc chụp ảnh gửi vào đây. Nếu là lời"
        " nói, đồng chí nhắn bằng chữ."
    )


def test_on_telegram_where_files_are_taken_they_are_not_said_to_be_unreadable(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path / "telegram")
    desk.channel = "telegram"
    desk.person("Lê Văn Ba", desk.unit("Phường 4"), "lead", chat="ba")
    said = desk.says("ba", "", kind="unreadable")
    assert said.startswith("Tin vừa rồi ở đây chưa đọc được.") and "Tệp" not in said


@pytest.mark.parametrize(
    ("role", "can", "cannot"),
    [
        ("chair", ("tổng hợp", "chờ duyệt", "menu"), ("báo thay",)),
        ("overseer", ("tổng hợp", "menu"), ("chờ duyệt",)),
        ("office", ("báo thay", "menu"), ()),
        ("admin", ("menu",), ("tổng hợp",)),
    ],
)
def test_who_reports_nothing_is_told_what_they_can_do_instead(
    desk: Desk, role: str, can: tuple[str, ...], cannot: tuple[str, ...]
) -> None:
    for said in (desk.says(role, "tình hình thế nào rồi"), desk.says(role, "xem giúp tôi")):
        assert all(f'"{word}"' in said for word in can)
        assert not any(word in said for word in cannot)
        assert "không phải báo cáo việc nào" not in said or role == "admin"


def test_every_word_that_is_shown_to_be_typed_opens_something() -> None:
    shown = set()
    for text in catalogue():
        shown |= set(re.findall(r'(?:[Gg]õ|hoặc) "([^"{}]+)"', text))
    known = set(routes.SPELLINGS)
    others = {"hủy", "tiếp", "tìm", "đồng ý", "sai", "nhầm người"}
    unknown = {word for word in shown if fold(word).replace(" ", "") not in known} - others
    assert shown and not unknown


def test_the_catalogue_has_one_kind_of_quotation_marks_and_no_word_without_its_marks() -> None:
    bare = set(routes.SPELLINGS) - {"menu", "help", "start", "toi", "tim", "duyet"}
    for text in catalogue():
        assert not set("“”‘’«»") & set(text)
        # A command in a group begins with "/": a platform takes no marks in it.
        assert not bare & set(re.findall(r"(?<![/\w])\w+", text.lower())), text


def test_every_act_in_the_journal_has_its_words() -> None:
    recorded = set()
    for place in ("handlers", "db"):
        for room in (ROOT / place).rglob("*.py"):
            for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                    continue
                if node.func.attr == "record":
                    acts = [each for each in node.args[:3] if isinstance(each, ast.Constant)]
                    recorded |= {str(each.value) for each in acts[:1]}
    assert {"evidence", "masked", "withdraw", "import"} <= recorded
    named = texts.keys()
    missing = {act for act in recorded if f"audit.act_{act}" not in named}
    assert not missing


def catalogue() -> list[str]:
    """Every sentence of the Vietnamese catalogue."""
    found = []
    for path in sorted((ROOT / "locales" / "vi").glob("*.po")):
        with path.open("rb") as file:
            found += [str(each.string) for each in read_po(file) if each.id]
    return found


def test_a_group_gets_one_line_a_day_and_no_code_is_left_in_it(desk: Desk) -> None:
    line = desk.says("group-1", "/menu", group=True, sender="lead")
    assert line == (
        "Trợ lý nhắc việc nhận báo cáo trong khung chat riêng với từng đồng chí. Xin nhắn riêng cho"
        " trợ lý."
    )
    assert desk.says("group-1", "CT12 60%", group=True, sender="lead") == ""
    assert desk.says("group-1", "ABCD2-FGHJ3", group=True, sender="lead") == ""
    assert desk.turn.bore_code


def test_who_blocks_is_unreachable_until_they_write_again(desk: Desk) -> None:
    desk.says("lead", "", kind="blocked")
    assert desk.value("SELECT state FROM chats WHERE chat = 'lead'") == "unreachable"
    desk.says("lead", "", kind="unblocked")
    assert desk.value("SELECT state FROM chats WHERE chat = 'lead'") == "bound"


def test_who_has_left_is_a_stranger(desk: Desk) -> None:
    desk.write(lambda tx: tx.run("UPDATE people SET state = 'left' WHERE id = 2"))
    assert desk.says("lead", "viec").startswith("Đây là trợ lý nhắc việc")
    assert desk.says("lead", "viec") == ""


def test_a_report_that_begins_like_an_office_word_is_a_report(desk: Desk) -> None:
    answer = desk.says("reporter", "Cán bộ phường đã đi vận động")
    assert answer == desk.says("reporter", "Tổ công tác đã đi vận động")
    assert answer not in DENIED


@pytest.mark.parametrize("typed", ["tìm CT12", "tìm kiếm thu ngân sách", "/tim thu ngân sách"])
def test_search_takes_whatever_follows(desk: Desk, typed: str) -> None:
    found = words.command(typed, {"tim": "tim", "timkiem": "tim"}, frozenset({"tim"}))
    assert found is not None
    assert (found.code, found.rest) in (("CT12", ""), ("", "thu ngân sách"))
    assert "thu ngân sách" in desk.says("office", "tìm thu ngân sách")
