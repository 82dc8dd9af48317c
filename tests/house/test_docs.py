"""The pages say what the program has: every command, key and word, and nothing that is gone."""

import json
import re
import subprocess
import sys
import tomllib
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest

from bot.config_keys import CHANNEL_KEYS, SECTIONS, Key
from db.problems import WORDS
from domain.person import ROLES
from handlers.routes import ROUTES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")])
OPERATORS = (DOCS / "van-hanh.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
LARGEST_PICTURE = 250_000


def without_code(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def section(text: str, heading: str) -> str:
    """What stands under a heading, to the next one of its level or above."""
    level = len(heading) - len(heading.lstrip("#"))
    after = text.split(f"\n{heading}\n", 1)[1]
    return re.split(rf"\n#{{1,{level}}} ", after, maxsplit=1)[0]


def first_cells(text: str) -> list[str]:
    """What stands between backticks in the first column of the tables, row by row."""
    rows = (line for line in text.splitlines() if line.startswith("| `"))
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])]


def commands() -> set[str]:
    said = subprocess.run(
        [sys.executable, "-m", "bot", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return set(re.findall(r"^    ([a-z]+) +\S", said, flags=re.MULTILINE))


def anchor(heading: str) -> str:
    kept = (
        char
        for char in re.sub(r"[`*]", "", heading).strip().lower()
        if char in " -_" or unicodedata.category(char)[0] in "LMN"
    )
    return "".join(kept).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    headings = re.findall(
        r"^#{1,6} (.+)$", without_code(page.read_text(encoding="utf-8")), flags=re.MULTILINE
    )
    return {anchor(heading) for heading in headings}


def test_every_command_of_the_program_has_its_heading_and_no_other_has() -> None:
    described = re.findall(r"^### `([a-z]+)`$", section(OPERATORS, "## Các lệnh"), re.MULTILINE)
    assert sorted(described) == sorted(commands())


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        *((f"### `[{name}]`", keys) for name, keys in SECTIONS.items()),
        ("### `[channels.TÊN]`", CHANNEL_KEYS),
    ],
)
def test_every_configuration_key_has_its_row_with_its_default(
    heading: str, keys: dict[str, Key]
) -> None:
    written = {
        row[0]: row[1]
        for row in re.findall(r"^\| `(\w+)` \| (.+?) \|", section(OPERATORS, heading), re.MULTILINE)
    }
    assert written == {
        name: "theo loại"
        if key.default is None
        else f"`{json.dumps(key.default, ensure_ascii=False)}`"
        for name, key in keys.items()
    }


def test_every_problem_that_the_service_reports_has_its_row() -> None:
    rows = first_cells(section(OPERATORS, "## Theo dõi và cảnh báo"))
    assert sorted(rows) == sorted(WORDS)


def test_every_view_of_the_store_is_named() -> None:
    views = set(re.findall(r"CREATE VIEW (v_\w+)", (ROOT / "db/views.sql").read_text("utf-8")))
    assert set(re.findall(r"`(v_\w+)`", OPERATORS)) == views


def test_every_word_of_the_chat_has_its_row_in_the_readme() -> None:
    table = section(README, "## Commands").split("| word | who | does |")[1]
    words = {cell for cell in first_cells(table) if re.fullmatch(r"[a-z]+", cell)}
    words |= {cell.removesuffix(" …") for cell in first_cells(table) if cell.endswith(" …")}
    assert words == {route.word for route in ROUTES}


def test_every_command_in_the_pages_exists() -> None:
    script = (ROOT / "run").read_text(encoding="utf-8")
    verbs = set(re.findall(r"^  ([a-z-]+)\)", script, flags=re.MULTILINE)) | {"help"}
    known = verbs | commands()
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for used in re.findall(r"\./run ([a-z][a-z-]*)", text):
            assert used in known, f"{page.name}: ./run {used}"
    first_table = section(README, "## Commands").split("| word | who | does |")[0]
    for cell in first_cells(first_table):
        assert cell.split()[0] in known, cell


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_and_picture_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(without_code(page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        place, _, wanted = unquote(target).partition("#")
        there = (page.parent / place).resolve() if place else page
        assert there.exists(), f"{page.name}: {target}"
        if wanted:
            assert wanted in anchors(there), f"{page.name}: {target}"


def test_every_picture_is_small_and_shown_somewhere() -> None:
    shown = {
        Path(target).name
        for page in PAGES
        for target in LINK.findall(page.read_text(encoding="utf-8"))
    }
    pictures = sorted((DOCS / "pictures").glob("*"))
    assert pictures
    for picture in pictures:
        assert picture.name in shown, picture.name
        assert picture.stat().st_size < LARGEST_PICTURE, picture.name


def test_every_file_that_a_page_names_exists() -> None:
    for page in PAGES:
        for name in re.findall(
            r"`((?:bot|db|domain|handlers|locales|sandbox|tests)/[\w./-]+)`",
            page.read_text(encoding="utf-8"),
        ):
            if "NAME" not in name and "SUBJECT" not in name and "NNNN" not in name:
                assert (ROOT / name).exists(), f"{page.name}: {name}"


@pytest.mark.parametrize(
    "page", sorted((DOCS / "decisions").glob("*.md")), ids=lambda page: page.stem
)
def test_a_decision_says_context_options_outcome_good_and_bad(page: Path) -> None:
    headings = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert headings == ["Context", "Options", "Outcome", "Good and bad"]


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[ ;<>=\[]", line)[0] for line in asked}
    assert set(first_cells((DOCS / "dependencies.md").read_text(encoding="utf-8"))) == names


def test_roles_and_states_in_the_glossary_are_those_of_the_code() -> None:
    glossary = (DOCS / "glossary.md").read_text(encoding="utf-8")
    in_code = re.findall(r"^\| [^|]+ \| `(\w+)` \|$", section(glossary, "## Roles"), re.MULTILINE)
    assert in_code == list(ROLES)
