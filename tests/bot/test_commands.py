"""The program as an operator uses it: init, invite, backup, restore, erase, audit, lock."""

import fcntl
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot import lock
from bot.commands.serving import _webhook_secret
from db.store import Store

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAbbccddeeffgghhiijjkkllmmnnoopp"


def run(
    folder: Path, *words: str, given: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", **variables},
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def new_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `init` leaves, made once."""
    folder = tmp_path_factory.mktemp("office")
    token = folder / "telegram.token"
    token.write_text(TOKEN, encoding="utf-8")
    token.chmod(0o600)
    ended = run(
        folder,
        *("init", "--yes", "--committee", 'Đảng ủy phường "An Hội"', "--voice", "Văn phòng"),
        *("--admin", "Trần Văn Máy", "--telegram-token-file", "telegram.token"),
    )
    assert ended.returncode == 0, ended.stderr
    return folder


@pytest.fixture
def office(tmp_path: Path, new_office: Path) -> Path:
    shutil.copytree(new_office, tmp_path, dirs_exist_ok=True)
    return tmp_path


def rows(office: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(office / "data" / "dondoc.db")) as look:
        return look.execute(sql).fetchall()


@contextmanager
def service_lock(office: Path) -> Iterator[None]:
    handle = os.open(office / "data" / "service.lock", os.O_RDWR)
    fcntl.flock(handle, fcntl.LOCK_EX)
    yield
    os.close(handle)


def test_init_leaves_a_configuration_that_is_right_and_the_first_admin(office: Path) -> None:
    assert run(office, "check").returncode == 0
    assert rows(office, "SELECT full_name, role FROM v_people") == [("Trần Văn Máy", "admin")]
    assert (office / "config.toml").stat().st_mode & 0o077 == 0
    assert (office / "data").stat().st_mode & 0o077 == 0
    assert (office / "data" / "dondoc.db").stat().st_mode & 0o077 == 0


def test_init_prints_a_code_that_is_kept_only_as_a_hash(tmp_path: Path) -> None:
    ended = run(
        tmp_path,
        *("init", "--committee", "X", "--voice", "Y", "--admin", "Z", "--yes"),
        *("--zalo-token-file", "t"),
    )
    assert (ended.returncode, "t" in ended.stderr) == (2, True)
    (tmp_path / "t").write_text(TOKEN, encoding="utf-8")
    (tmp_path / "t").chmod(0o600)
    ended = run(
        tmp_path,
        *("init", "--committee", "X", "--voice", "Y", "--admin", "Z", "--yes"),
        *("--zalo-token-file", "t"),
    )
    found = re.search(r"[A-Z0-9]{5}-[A-Z0-9]{5}", ended.stdout)
    assert found
    database = (tmp_path / "data" / "dondoc.db").read_bytes()
    assert found[0].encode() not in database
    assert found[0].replace("-", "").encode() not in database


def test_init_names_everything_that_is_missing_at_once(tmp_path: Path) -> None:
    ended = run(tmp_path, "init", "--yes", "--zalo-token-file", "z.token")
    assert (ended.returncode, ended.stderr) == (
        2,
        "Thiếu --committee; thiếu --admin; không có tệp z.token.\n",
    )
    ended = run(tmp_path, "init", "--yes", "--committee", "X")
    assert (ended.returncode, ended.stderr) == (
        2,
        "Thiếu --admin; cần mã truy cập của ít nhất một bot, Zalo hoặc Telegram"
        " (--zalo-token-file, --telegram-token-file).\n",
    )
    assert not (tmp_path / "config.toml").exists()


def test_init_asks_again_for_a_token_of_a_wrong_form(tmp_path: Path) -> None:
    given = f"Đảng ủy xã Bình Phú\n\nabc\n{TOKEN}\n\n\nTrần Văn Máy\n"
    ended = run(tmp_path, "init", given=given)
    assert ended.returncode == 0, ended.stderr
    assert "không đúng dạng" in ended.stdout
    assert run(tmp_path, "check").returncode == 0
    ended = run(tmp_path, "rehearse")
    assert "Chưa có ai tham gia nên chưa nhắc ai" in ended.stdout


def test_init_whose_answers_end_says_so_in_one_sentence(tmp_path: Path) -> None:
    ended = run(tmp_path, "init", given="Đảng ủy xã Bình Phú\n")
    assert ended.returncode == 2
    assert ended.stderr == "Chưa trả lời hết các câu hỏi; chưa lập cấu hình và dữ liệu.\n"


def test_init_takes_a_token_from_the_environment_and_writes_it_nowhere(tmp_path: Path) -> None:
    token = {"DONDOC_CHANNELS__TELEGRAM__TOKEN": TOKEN}
    named = ("--committee", "Thành ủy Bến Tre", "--admin", "Z")
    ended = run(tmp_path, "init", "--yes", *named, **token)
    assert ended.returncode == 0, ended.stderr
    assert run(tmp_path, "check", **token).returncode == 0
    written = (tmp_path / "config.toml").read_text(encoding="utf-8")
    assert 'voice = "Văn phòng Thành ủy Bến Tre"' in written
    assert TOKEN not in written + ended.stdout


def test_init_overwrites_nothing(office: Path) -> None:
    before = (office / "config.toml").read_bytes()
    ended = run(office, "init", "--yes")
    assert (ended.returncode, "không ghi đè" in ended.stderr) == (2, True)
    assert (office / "config.toml").read_bytes() == before


def test_an_invitation_comes_as_json_for_every_channel(office: Path) -> None:
    ended = run(office, "invite", "QT-01", "--json")
    (invited,) = json.loads(ended.stdout)
    assert invited.keys() == {"person", "code", "links", "expires_at"}
    assert invited["links"]["telegram"] == invited["code"]


def test_an_unknown_person_is_not_invited(office: Path) -> None:
    ended = run(office, "invite", "QT-01", "AI-DO")
    assert ended.returncode == 1
    assert "AI-DO" in ended.stdout
    assert len(rows(office, "SELECT * FROM invites")) == 1  # the one of init


def test_invitations_come_as_pictures_and_a_sheet(office: Path) -> None:
    ended = run(office, "invite", "--all", "--qr", "qr", "--sheet", "moi.docx")
    assert ended.returncode == 0, ended.stderr
    assert (office / "qr" / "QT-01-telegram.png").read_bytes().startswith(b"\x89PNG")
    assert (office / "moi.docx").read_bytes().startswith(b"PK")


def test_a_backup_comes_back_whole(office: Path) -> None:
    assert run(office, "backup", "copy.tar.gz").returncode == 0
    run(office, "erase", "QT-01")
    ended = run(office, "restore", "copy.tar.gz")
    assert ended.returncode == 0, ended.stderr
    # Who was erased after the backup stays erased.
    assert rows(office, "SELECT state FROM people") == [("left",)]
    assert run(office, "audit", "verify").returncode == 0


def test_a_changed_backup_is_refused_and_nothing_is_touched(office: Path) -> None:
    run(office, "backup", "copy.tar.gz")
    whole = bytearray((office / "copy.tar.gz").read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    (office / "copy.tar.gz").write_bytes(whole)
    before = rows(office, "SELECT * FROM people")
    ended = run(office, "restore", "copy.tar.gz")
    assert (ended.returncode, "chưa đổi gì" in ended.stderr) == (1, True)
    assert rows(office, "SELECT * FROM people") == before


def test_only_init_and_restore_answer_3_beside_a_service(office: Path) -> None:
    run(office, "backup", "copy.tar.gz")
    with service_lock(office):
        assert run(office, "restore", "copy.tar.gz").returncode == 3
        assert run(office, "run").returncode == 3
        for words in (("status",), ("audit", "verify"), ("data", "QT-01"), ("backup", "b.tar.gz")):
            assert run(office, *words).returncode == 0, words


def test_a_store_that_never_ran_says_how_to_begin(office: Path) -> None:
    ended = run(office, "status")
    assert ended.returncode == 1
    said = ended.stdout.splitlines()
    assert (said[0], said[-1]) == (
        "Dịch vụ: không chạy",
        "Cần xử lý: Dịch vụ không chạy: dữ liệu đã lập nhưng chưa chạy lần nào. Hãy chạy: ./run run"
        " (dùng systemd thì: systemctl start dondoc).",
    )
    ended = run(office, "status", "--json")
    channel = {"state": "down", "people": 0, "sent_this_month": 0}
    assert (ended.returncode, json.loads(ended.stdout)["channels"]) == (1, {"telegram": channel})


def test_a_first_import_that_comes_to_nothing_leaves_no_data_behind(office: Path) -> None:
    shutil.rmtree(office / "data")
    for name, above in (("dung", ""), ("sai", "KHONG-CO")):
        (office / name).mkdir()
        (office / name / "don-vi.csv").write_text(f"mã,tên,trực thuộc\nAH,An Hội,{above}\n")
    ended = run(office, "import", "dung", "--dry-run")
    assert (ended.returncode, ended.stdout) == (0, "Nếu nhập: 1 đơn vị mới.\n")
    assert run(office, "import", "sai").returncode == 1
    assert not (office / "data").exists()
    assert run(office, "import", "dung").stdout == "Đã nhập: 1 đơn vị mới.\n"
    assert rows(office, "SELECT code FROM v_units") == [("AH",)]


def test_data_that_cannot_be_read_where_they_lie_are_read_from_a_copy(office: Path) -> None:
    beside = office / "data" / "dondoc.db-shm"
    beside.symlink_to("khong-co/tep")  # as on a disk on which it cannot be made
    for words in (("audit", "verify"), ("data", "QT-01"), ("export", "a.xlsx"), ("backup", "b")):
        ended = run(office, *words)
        assert ended.returncode == 0, ended.stderr
    assert run(office, "status").stdout.startswith("Dịch vụ: không chạy")
    ended = run(office, "run")
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (
        1,
        f"Không mở được tệp dữ liệu {office / 'data' / 'dondoc.db'}: "
        "không mở được tệp; hãy xem quyền của thư mục.",
    )
    beside.unlink()
    assert run(office, "restore", "b").returncode == 0


def test_a_secret_that_a_full_disk_left_empty_is_made_anew(office: Path) -> None:
    (office / "data" / "webhook.secret").write_bytes(b"")
    made = _webhook_secret(office / "data")
    assert (len(made) > 30, _webhook_secret(office / "data")) == (True, made)


def test_init_that_cannot_make_the_data_leaves_no_configuration(tmp_path: Path) -> None:
    token = {"DONDOC_CHANNELS__TELEGRAM__TOKEN": TOKEN}
    (tmp_path / "tep").write_bytes(b"x")
    named = ("init", "--yes", "--committee", "X", "--admin", "Z", "--data-dir")
    ended = run(tmp_path, *named, "tep/data", **token)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert not (tmp_path / "config.toml").exists()
    assert run(tmp_path, *named, "data", **token).returncode == 0


def test_a_look_at_the_lock_makes_no_file_and_stops_no_service(office: Path) -> None:
    assert not lock.is_held(office / "data" / "nowhere")
    assert not (office / "data" / "nowhere").exists()
    (office / "data" / "service.lock").unlink()
    assert not lock.is_held(office / "data")
    assert not (office / "data" / "service.lock").exists()
    with lock.held(office / "data"):
        assert lock.is_held(office / "data")
    # One that looks at the very moment of a start holds the lock for less than a start waits.
    handle = os.open(office / "data" / "service.lock", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_SH)
    freeing = threading.Timer(0.02, os.close, (handle,))
    freeing.start()
    with lock.held(office / "data"):
        pass
    freeing.join()


def test_erasing_leaves_the_name_and_the_chain(office: Path) -> None:
    ended = run(office, "erase", "QT-01")
    assert ended.returncode == 0, ended.stderr
    assert rows(office, "SELECT full_name, phone, state FROM people") == [
        ("Trần Văn Máy", None, "left")
    ]
    assert run(office, "audit", "verify").returncode == 0
    assert run(office, "erase", "KHONG-CO").returncode == 1


def test_everything_about_a_person_is_handed_over(office: Path) -> None:
    told = json.loads(run(office, "data", "QT-01").stdout)
    assert told["họ và tên"] == "Trần Văn Máy"
    assert [post["vai trò"] for post in told["chức vụ"]] == ["quản trị"]


def test_a_damaged_file_is_refused_with_the_next_step(office: Path) -> None:
    path = office / "data" / "dondoc.db"
    path.write_bytes(b"not a database at all" * 400)
    before = path.read_bytes()
    ended = run(office, "run")
    assert (ended.returncode, "restore" in ended.stderr) == (1, True)
    assert "Traceback" not in ended.stderr
    assert path.read_bytes() == before


def test_a_directory_that_others_can_read_is_refused(office: Path) -> None:
    (office / "data").chmod(0o755)
    ended = run(office, "run")
    assert (ended.returncode, "chmod 700" in ended.stderr) == (2, True)


def test_lines_are_explained_one_by_one(office: Path) -> None:
    lines = '{"text": "60%", "today": "2021-06-09"}\n{"text": "chưa làm"}\n'
    ended = run(office, "explain", "--lines", given=lines)
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [answer["items"][0]["intent"] for answer in answers] == ["progress", "not_started"]


def test_a_line_that_is_not_json_is_named(office: Path) -> None:
    ended = run(office, "explain", "--lines", given="60%\n")
    assert (ended.returncode, "60%" in ended.stderr) == (2, True)


def test_a_command_waits_for_a_lock_that_is_soon_free(office: Path) -> None:
    handle = os.open(office / "data" / "service.lock", os.O_RDWR)
    fcntl.flock(handle, fcntl.LOCK_EX)
    freeing = threading.Timer(1.5, os.close, (handle,))
    freeing.start()
    ended = run(office, "invite", "--all", "--json")
    freeing.join()
    assert ended.returncode == 0, ended.stderr


def test_a_folder_with_a_hash_or_a_percent_in_its_name_holds_its_own_data(tmp_path: Path) -> None:
    for name in ("a#1", "b 100%41", "đơn?vị"):
        folder = tmp_path / name
        Store(folder).open(create=True).close()
        with Store(folder).reading() as tx:
            assert tx.value("SELECT count(*) FROM people") == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a#1", "b 100%41", "đơn?vị"]
