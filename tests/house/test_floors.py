"""The house's own rules: which floor may call which, where SQL may stand, how long a room is."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = ("domain", "db", "handlers", "bot")  # from the ground up
# A floor's name → what of our own it may import.
MAY = {
    "domain": {"domain"},
    "db": {"db", "domain"},
    "handlers": {"handlers", "db", "domain"},
    "scheduler.py": {"db", "domain"},
    "bot": {"bot", "handlers", "scheduler", "db", "domain"},
    "sandbox": {"sandbox", "domain"},
    "bench": {"bench", "sandbox", "bot", "handlers", "scheduler", "db", "domain"},
}
OURS = {"bot", "handlers", "scheduler", "db", "domain", "sandbox", "bench", "tests"}
GROUND = {"babel", "holidays"}  # the packages that domain/ may use beside the standard library
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ALTER|DROP|PRAGMA|BEGIN)\s")
TOP = {
    *("bot", "handlers", "db", "domain", "locales", "sandbox", "bench", "docs", "tests", ".ci"),
    *("scheduler.py", "config.example.toml", "pyproject.toml", "run", "README.md"),
    *("CHANGELOG.md", "LICENSE", ".gitignore", "requirements.txt", "requirements-dev.txt"),
}


def rooms(floor: str) -> list[Path]:
    place = ROOT / floor
    return [place] if place.is_file() else sorted(place.rglob("*.py"))


def imported(room: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{room}: relative import"
            found.add(node.module)
    return found


@pytest.mark.parametrize("floor", MAY)
def test_imports_go_down_only(floor: str) -> None:
    for room in rooms(floor):
        tops = {name.split(".")[0] for name in imported(room)}
        assert tops & OURS <= MAY[floor], f"{room.relative_to(ROOT)} imports upwards"


def test_the_ground_floor_needs_only_the_standard_library_babel_and_holidays() -> None:
    for room in rooms("domain"):
        tops = {name.split(".")[0] for name in imported(room)}
        others = tops - OURS - set(sys.stdlib_module_names) - GROUND
        assert not others, f"{room.relative_to(ROOT)} imports {others}"
        assert not tops & {"sqlite3", "socket", "asyncio", "time", "requests"}, room


@pytest.mark.parametrize("floor", ["domain", "handlers", "scheduler.py", "bot"])
def test_sql_stands_in_db_alone(floor: str) -> None:
    for room in rooms(floor):
        for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not SQL.match(node.value), f"{room.relative_to(ROOT)}: {node.value[:60]}"


@pytest.mark.parametrize("floor", ["domain", "db", "handlers", "scheduler.py"])
def test_nothing_below_the_loops_reads_a_clock(floor: str) -> None:
    for room in rooms(floor):
        if room.name == "writer.py":  # measures its own transactions on monotonic time
            continue
        source = room.read_text(encoding="utf-8")
        assert not re.search(r"datetime\.now\(|date\.today\(|time\.time\(|utcnow\(", source), room


def test_every_room_says_first_what_it_does() -> None:
    for floor in MAY:
        for room in rooms(floor):
            assert ast.get_docstring(ast.parse(room.read_text(encoding="utf-8"))), room


def test_no_room_is_longer_than_four_hundred_lines() -> None:
    for floor in (*MAY, "tests"):
        for room in rooms(floor):
            assert len(room.read_text(encoding="utf-8").splitlines()) <= 400, room


def test_nothing_else_stands_at_the_top() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert {name.split("/")[0] for name in listed} <= TOP
