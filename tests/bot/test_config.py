"""The configuration: every mistake at once, in plain sentences, without any secret."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.config import ConfigError, check, load
from bot.config_keys import CHANNEL_KEYS, SECTIONS

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAbbccddeeffgghhiijjkkllmmnnoopp"
GOOD = {
    "service": {"committee": "Đảng ủy phường An Hội"},
    "channels": {"telegram": {"kind": "telegram"}},
}
TOKENS = {"DONDOC_CHANNELS__TELEGRAM__TOKEN": TOKEN, "DONDOC_CHANNELS__ZALO__TOKEN": TOKEN}


def mistakes(given: dict, environment: dict | None = None, base: Path = ROOT) -> list[str]:
    with pytest.raises(ConfigError) as wrong:
        check(given, TOKENS if environment is None else environment, base)
    return wrong.value.mistakes


def test_what_is_not_said_has_its_default() -> None:
    config = check(GOOD, TOKENS, ROOT)
    assert config.committee.reminders.ladder == (
        *("-7d", "-3wd", "-1wd", "0d"),
        *("+1wd", "+3wd", "+7wd"),
    )
    assert config.data_dir == ROOT / "data"
    telegram = config.channels[0]
    assert telegram.base_url == "https://api.telegram.org"
    assert (telegram.mode, telegram.messages_per_second) == ("polling", 25)


def test_whoever_is_new_is_spoken_to_in_a_language_that_has_a_catalogue() -> None:
    def given(locale: str) -> dict:
        return GOOD | {"service": GOOD["service"] | {"locale": locale}}

    assert check(given("en"), TOKENS, ROOT).committee.language == "en"
    assert mistakes(given("fr")) == ['[service] locale: phải là một trong "vi", "en".']


def test_the_example_names_every_key_and_no_other(tmp_path: Path) -> None:
    example = tomllib.loads((ROOT / "config.example.toml").read_text(encoding="utf-8"))
    for section, keys in SECTIONS.items():
        assert example[section].keys() == keys.keys(), section
    named = set().union(*(table.keys() for table in example["channels"].values()))
    assert named == CHANNEL_KEYS.keys()


def test_the_example_is_right_once_there_are_tokens(tmp_path: Path) -> None:
    text = (ROOT / "config.example.toml").read_text(encoding="utf-8")
    text = text.replace('public_url = ""', 'public_url = "https://nhacviec.example.vn"')
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    for name in ("zalo", "telegram"):
        path = tmp_path / f"{name}.token"
        path.write_text(TOKEN, encoding="utf-8")
        path.chmod(0o600)
    config = load(tmp_path / "config.toml")
    assert [channel.name for channel in config.channels] == ["zalo", "telegram"]


def test_all_mistakes_are_said_at_once() -> None:
    found = mistakes(
        {
            "service": {"committee": "", "timezone": "Asia/Bến Tre", "colour": "red"},
            "reminders": {"ladder": ["-7d", "soon"], "hour": "25:00"},
            "web": {"port": "8085"},
            "channels": {"telegram": {"kind": "viber", "proxy": "ftp://x"}},
            "weather": {},
        }
    )
    said = "\n".join(found)
    for part in ("weather", "colour", "committee", "timezone", "soon", "hour", "port", "kind"):
        assert part in said, part
    assert "proxy" in said


def test_no_secret_is_ever_shown(tmp_path: Path) -> None:
    token = tmp_path / "t"
    token.write_text(TOKEN + " lạ", encoding="utf-8")
    token.chmod(0o644)
    found = mistakes(
        {**GOOD, "channels": {"telegram": {"kind": "telegram", "token_file": "t"}}}, {}, tmp_path
    )
    assert len(found) == 2
    assert TOKEN not in "\n".join(found)
    assert TOKEN not in repr(check(GOOD, TOKENS, ROOT))


def test_a_channel_without_a_token_is_a_mistake() -> None:
    assert "DONDOC_CHANNELS__TELEGRAM__TOKEN" in mistakes(GOOD, {})[0]


def test_a_systemd_credential_is_a_token(tmp_path: Path) -> None:
    (tmp_path / "telegram-token").write_text(TOKEN, encoding="utf-8")
    config = check(GOOD, {"CREDENTIALS_DIRECTORY": str(tmp_path)}, ROOT)
    assert config.channels[0].token == TOKEN


def test_the_environment_overrides_the_file() -> None:
    config = check(GOOD, TOKENS | {"DONDOC_WEB__PORT": "9001"}, ROOT)
    assert config.web_port == 9001


def test_a_webhook_needs_a_public_address() -> None:
    assert "public_url" in mistakes(GOOD | {"channels": {"zalo": {"kind": "zalo"}}})[0]


def test_a_demonstration_clock_is_refused_beside_the_real_platform() -> None:
    service = {"committee": "X", "clock_url": "http://127.0.0.1:9/clock"}
    assert "clock_url" in mistakes(GOOD | {"service": service})[0]
    far = {"committee": "X", "clock_url": "http://203.0.113.9/clock"}
    assert any("trên máy này" in one for one in mistakes(GOOD | {"service": far}))


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_the_program_ends_with_2_and_every_sentence(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[service]\ncolour = 1\n", encoding="utf-8")
    ended = run("run", folder=tmp_path)
    assert ended.returncode == 2
    assert "colour" in ended.stderr and "committee" in ended.stderr and "channels" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_missing_file_names_the_next_step(tmp_path: Path) -> None:
    ended = run("status", folder=tmp_path)
    assert (ended.returncode, "init" in ended.stderr) == (2, True)


def test_a_file_that_is_not_toml_says_where(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[service\n", encoding="utf-8")
    ended = run("check", folder=tmp_path)
    assert ended.returncode == 2
    assert "dòng 1" in ended.stderr


def test_explain_needs_no_configuration(tmp_path: Path) -> None:
    ended = run("explain", "CT12 60%", "--today", "2021-06-09", folder=tmp_path)
    assert ended.returncode == 0
    assert '"percent": 60' in ended.stdout


def test_hours_at_which_nobody_would_ever_be_written_to_are_mistakes() -> None:
    assert mistakes(GOOD | {"reminders": {"day_starts": "18:00", "day_ends": "07:00"}}) == [
        "[reminders] day_starts: phải trước day_ends."
    ]
    late = {"reminders": {"hour": "19:00"}, "digest": {"hour": "18:00"}}
    assert mistakes(GOOD | late) == [
        "[reminders] hour: phải trước [reminders] day_ends.",
        "[digest] hour: phải trước [reminders] day_ends.",
    ]


def test_two_channels_with_one_bot_and_an_empty_address_are_mistakes() -> None:
    twice = {"telegram": {"kind": "telegram"}, "other": {"kind": "telegram", "base_url": ""}}
    environment = TOKENS | {"DONDOC_CHANNELS__OTHER__TOKEN": TOKEN}
    assert mistakes(GOOD | {"channels": twice}, environment) == [
        "[channels.other] base_url: còn để trống.",
        "[channels]: hai kênh telegram dùng chung một mã truy cập.",
    ]


def test_a_variable_that_names_no_key_is_a_mistake() -> None:
    slips = {
        "DONDOC_WEB__PROT": "9001",
        "DONDOC_CHANNELS__TELEGRAM__MODUS": "",
        "DONDOC_NOPE__A": "1",
    }
    others = {"DONDOC_CONFIG": "x", "DONDOC_CRASH_AT": "x", "DONDOC_CHANNELS__TELEGRAM__PROXY": ""}
    assert mistakes(GOOD, TOKENS | slips | others) == [
        "DONDOC_CHANNELS__TELEGRAM__MODUS: không có khóa này.",
        "DONDOC_NOPE__A: không có khóa này.",
        "DONDOC_WEB__PROT: không có khóa này.",
    ]
