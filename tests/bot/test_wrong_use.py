"""Wrong use is told in plain sentences that a clerk understands, never by a traceback."""

import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.config import load

TOKEN = "123456789:AAbbccddeeffgghhiijjkkllmmnnoopp"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and a store, in which the commands are called."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DONDOC_CONFIG", raising=False)
    (tmp_path / "config.toml").write_text(
        '[service]\r\ncommittee = "Đảng ủy phường An Hội"\r\n'
        '[channels.telegram]\r\nkind = "telegram"\r\ntoken_file = "mã bot"\r\n',
        encoding="utf-8-sig",
    )
    (tmp_path / "mã bot").write_text(f"{TOKEN}\r\n", encoding="utf-8-sig")
    (tmp_path / "mã bot").chmod(0o600)
    (tmp_path / "bang").mkdir()
    (tmp_path / "bang" / "don-vi.csv").write_text("mã,tên\nAH,An Hội\n", encoding="utf-8")
    assert main(["import", "bang"]) == 0
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "Thiếu COMMAND."),
        (["import"], "Thiếu FILE."),
        (["nhap"], 'Không có lệnh "nhap".'),
        (["audit", "xem"], "what không nhận \"xem\"; chỉ nhận: 'verify'."),
        (["rehearse", "--days", "bảy"], '--days phải là số, không phải "bảy".'),
        (["digest", "--at"], "Sau --at phải có giá trị."),
        (["status", "--jsn"], "Không hiểu --jsn."),
        (["status", "--json=1"], "Sau --json không có giá trị."),
        (["explain", "60%", "--d", "x", "--t", "x", "--zz"], "Không hiểu --zz."),
        (["init", "--z", "x"], "--z có thể là: --zalo-token-file, --zalo-url."),
    ],
)
def test_wrong_use_is_one_plain_sentence(
    typed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(typed)
    assert ended.value.code == 2
    told = capsys.readouterr()
    assert told.err.startswith(said + " Xem cách dùng: python -m bot")
    assert told.out == ""


def test_days_and_times_beyond_reason_are_refused(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for typed, said in (
        (["rehearse", "--days", "0"], "--days nhận từ 1 đến 3660 ngày.\n"),
        (["rehearse", "--days", "-1"], "--days nhận từ 1 đến 3660 ngày.\n"),
        (["rehearse", "--days", "1000000"], "--days nhận từ 1 đến 3660 ngày.\n"),
        (["rehearse", "--at", "9999-12-31"], "Thời điểm phải từ năm 1970 đến năm 2200.\n"),
        (["digest", "--at", "0001-01-01"], "Thời điểm phải từ năm 1970 đến năm 2200.\n"),
    ):
        assert main(typed) == 2
        assert capsys.readouterr().err == said
    assert main(["rehearse", "--days", "400"]) == 0


def test_a_file_that_cannot_be_written_is_named(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["backup", "khong-co/b.tar.gz"]) == 2
    assert capsys.readouterr().err == f"Không có thư mục {office / 'khong-co'}.\n"
    (office / "x.part").mkdir()
    assert main(["backup", "x"]) == 1
    assert capsys.readouterr().err == "Không dùng được x.part: là thư mục, không phải tệp.\n"


def test_the_files_of_a_windows_editor_are_read(office: Path) -> None:
    assert main(["check"]) == 0
    assert load(Path("config.toml")).channels[0].token == TOKEN


def test_what_is_wrong_with_a_configuration_or_token_is_told_plainly(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("cut.toml").write_text("[service]\nladder = [", encoding="utf-8")
    Path("old.toml").write_bytes(b'[service]\ncommittee = "\xd0\xc3"\n')
    Path("mã bot").chmod(0o644)
    whole = office / "mã bot"
    for typed, said in (
        ("cut.toml", "Tệp cấu hình cut.toml viết sai cú pháp TOML (ở cuối tệp).\n"),
        ("old.toml", "Tệp cấu hình old.toml phải lưu ở dạng UTF-8.\n"),
        (".", "Không dùng được .: là thư mục, không phải tệp.\n"),
        (
            str(office / "config.toml"),
            f"[channels.telegram] token_file: tệp {whole} người khác cũng đọc được; "
            f"hãy chạy: chmod 600 '{whole}'.\n",
        ),
    ):
        assert main(["--config", typed, "check"]) == 2
        assert capsys.readouterr().err == said


def explained(lines: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    return main(["explain", "--lines"])


def test_lines_may_be_empty_end_as_in_windows_and_begin_with_its_mark(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = '\ufeff{"text": "60%"}\r\n\r\n{"text": "xong", "today": null, "measure": null}'
    assert explained(lines, monkeypatch) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["items"][0]["intent"] for one in answers] == ["progress", "done"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{bad", "Dòng 2 không đúng dạng: {bad"),
        ("[1]", "Dòng 2 không đúng dạng: [1]"),
        ('{"text": 5}', 'Dòng 2 không đúng dạng: {"text": 5}'),
        ('{"today": "2021-06-09"}', 'Dòng 2 không đúng dạng: {"today": "2021-06-09"}'),
        ('{"text": "a", "measure": 5}', 'Dòng 2 không đúng dạng: {"text": "a", "measure": 5}'),
        (
            '{"text": "a", "due": "2021-02-30"}',
            'Dòng 2: Ngày "2021-02-30" phải có dạng 2026-06-09.',
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_named_by_its_number(
    line: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explained('{"text": "60%"}\n' + line, monkeypatch) == 2
    told = capsys.readouterr()
    assert told.err == said + "\n"
    assert len(told.out.splitlines()) == 1


def test_an_empty_data_file_is_no_data_and_is_not_filled_anew(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = office / "data" / "dondoc.db"
    held.write_bytes(b"")
    for typed in (["status"], ["invite", "--all"], ["export", "a.xlsx"]):
        assert main(typed) == 1
        assert capsys.readouterr().err.endswith(
            f"Chưa có dữ liệu ở {held}. Hãy chạy: python -m bot init.\n"
        )
    assert held.stat().st_size == 0
    assert main(["import", "bang"]) == 0


def test_a_table_without_headings_is_told_which_it_needs(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bang/nhiem-vu.csv").write_text("nội dung\nLàm\n", encoding="utf-8")
    assert main(["import", "bang"]) == 1
    assert (
        "Nhiệm vụ: không tìm thấy dòng tiêu đề; "
        "cần ít nhất các cột: nội dung, đơn vị chủ trì, thời hạn hoàn thành.\n"
    ) in capsys.readouterr().err


@pytest.fixture
def ward(office: Path) -> Path:
    """One official more, from a file named in capitals."""
    (office / "bang" / "CAN-BO.CSV").write_text(
        "mã,họ tên,chức vụ,đơn vị,vai trò\nCB-001,Lê Thị Lan,Bí thư,AH,lãnh đạo đơn vị\n",
        encoding="utf-8",
    )
    assert main(["import", "bang"]) == 0
    return office


def test_the_code_of_a_person_may_be_typed_in_any_case(
    ward: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["invite", "cb-001", "CB-001", "--json"]) == 0
    told = capsys.readouterr().out.splitlines()[-1]
    assert [one["person"] for one in json.loads(told)] == ["CB-001"]
    with closing(sqlite3.connect("file:data/dondoc.db?mode=ro", uri=True)) as look:
        # Who was given a code is in the log, as when the office issues it in the chat.
        assert look.execute("SELECT act, count(*) FROM audit GROUP BY act").fetchall() == [
            ("enrol.invited", 1),
            ("import", 2),
        ]
    for typed in (["digest", "--person", "cb-001"], ["data", "cb-001"], ["erase", "cb-001"]):
        assert main(typed) == 0
    assert main(["invite", "cb-002"]) == 1


def test_a_file_that_cannot_be_written_is_refused_before_a_code_is_issued_or_a_sheet_read(
    ward: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    invite, errors = ["invite", "CB-001"], ["import", "x.xlsx", "--errors"]
    Path("x.xlsx").write_bytes(b"x")
    Path("tep").write_bytes(b"x")
    capsys.readouterr()
    for typed, said in (
        ([*invite, "--sheet", "phieu.pdf"], "Tên tệp phieu.pdf phải kết thúc bằng .docx.\n"),
        ([*invite, "--sheet", "khong/p.docx"], f"Không có thư mục {ward / 'khong'}.\n"),
        ([*invite, "--qr", "tep"], "tep không phải thư mục.\n"),
        ([*errors, "loi.csv"], "Tên tệp loi.csv phải kết thúc bằng .xlsx.\n"),
        ([*errors, "khong/loi.xlsx"], f"Không có thư mục {ward / 'khong'}.\n"),
        ([*errors, "./x.xlsx"], "--errors phải là tên khác, để tệp gốc còn nguyên.\n"),
    ):
        assert main(typed) == 2
        told = capsys.readouterr()
        assert (told.err, told.out) == (said, "")


def test_data_that_another_program_holds_are_waited_for_and_then_told_in_plain_words(
    ward: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.control.PATIENCE", 0.3)
    capsys.readouterr()
    with closing(sqlite3.connect("data/dondoc.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for typed in (["invite", "--all"], ["import", "bang"], ["erase", "CB-001"]):
            assert main(typed) == 1
            told = capsys.readouterr()
            assert (told.out, told.err) == (
                "",
                "Không đọc ghi được dữ liệu: chương trình khác đang giữ tệp.\n",
            )
    with closing(sqlite3.connect("data/dondoc.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert main(["status"]) == 1
        assert capsys.readouterr().err == (
            f"Không mở được tệp dữ liệu {ward / 'data' / 'dondoc.db'}:"
            " chương trình khác đang giữ tệp.\n"
        )
    assert main(["erase", "CB-001"]) == 0
