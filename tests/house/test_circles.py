"""No import circle anywhere in the checkout, be it only for types; down in the sandbox too."""

import ast
import subprocess
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# A folder of the sandbox → the folders in it that it may import; what stands beside them may all.
SANDBOX = {
    "world": {"world"},
    "wire": {"wire", "world"},
    "telegram": {"telegram", "wire", "world"},
    "zalo": {"zalo", "wire", "world"},
    "acts": {"acts", "telegram", "zalo", "wire", "world"},
}


def rooms() -> dict[str, Path]:
    """Every module of the checkout by its name, new ones included."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    paths = [Path(name) for name in listed if (ROOT / name).exists()]
    return {
        ".".join(path.with_suffix("").parts).removesuffix(".__init__"): ROOT / path
        for path in paths
    }


def named(room: Path) -> set[str]:
    """What a module imports, wherever in it: under TYPE_CHECKING, inside a function."""
    found = set()
    for node in ast.walk(ast.parse(room.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.module and not node.level, f"{room}: relative import"
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def circle_in(imports: dict[str, set[str]]) -> list[str]:
    """One circle, each name importing the next and the last the first again; [] without any."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def test_a_circle_is_found() -> None:
    assert circle_in({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    circle = circle_in({"a": {"b"}, "b": {"c"}, "c": {"a", "d"}})
    assert set(pairwise(circle)) == {("a", "b"), ("b", "c"), ("c", "a")}


def test_no_rooms_import_each_other_in_a_circle() -> None:
    known = rooms()
    imports = {name: (named(room) & known.keys()) - {name} for name, room in known.items()}
    circle = circle_in(imports)
    assert not circle, (
        "import circle: "
        + " imports ".join(circle)
        + ". Move what two of them share into a room below both; TYPE_CHECKING only hides it."
    )


@pytest.mark.parametrize("folder", SANDBOX)
def test_imports_in_the_sandbox_go_down_only(folder: str) -> None:
    for room in sorted((ROOT / "sandbox" / folder).rglob("*.py")):
        for name in named(room):
            top, _, rest = name.partition(".")
            may = top != "sandbox" or not rest or rest.split(".")[0] in SANDBOX[folder]
            assert may, f"{room.relative_to(ROOT)} imports {name}, which is above it"
