"""The demonstration committee in, out and in again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

DEMO = Path(__file__).parents[2] / "sandbox"
CSV, WORKBOOK = DEMO / "ben-tre-2021", DEMO / "ben-tre-2021.xlsx"
ALL = (
    "SELECT * FROM v_units",
    "SELECT * FROM v_people",
    "SELECT * FROM v_assignments ORDER BY year, code, unit_code",
    "SELECT year, assignment_code, unit_code, person_code, percent, value, basis, estimate,"
    " period, as_of, status, blocked, note, source FROM v_progress ORDER BY id",
    "SELECT a.code, u.code, p.period, p.plan FROM plans p JOIN assignments a"
    " ON a.id = p.assignment_id JOIN units u ON u.id = a.unit_id ORDER BY 1, 2, a.year, 3",
    "SELECT i.part, i.title, i.person_id FROM assignment_people i ORDER BY rowid",
    "SELECT * FROM assignment_units ORDER BY 1, 2, 3",
)


def _everything(desk: Any) -> list[list[tuple[Any, ...]]]:
    return [desk.rows(sql) for sql in ALL]


def _changes(outcome: Any) -> int:
    return sum(
        counts.new + counts.changed + counts.gone + counts.conflicts
        for counts in outcome.plan.counts.values()
    )


def test_the_whole_committee_is_written_in_under_a_second(desk: Any) -> None:
    outcome = desk.take(CSV)
    counts = {kind: count.new for kind, count in outcome.plan.counts.items()}
    assert outcome.done and not outcome.plan.mistakes
    assert counts == {
        "units": 30,
        "person": 65,
        "people": 80,
        "documents": 13,
        "assignments": 397,
        "progress": 963,
    }
    assert desk.took < 1
    assert desk.rows("SELECT count(*) FROM audit WHERE act = 'import'") == [(1,)]


def test_the_workbook_says_the_same_as_the_csv_files(desk: Any, tmp_path: Path) -> None:
    desk.take(CSV)
    from_csv = _everything(desk)
    other = type(desk)(tmp_path / "other")
    other.take(WORKBOOK)
    assert _everything(other) == from_csv
    other.store.close()


def test_importing_the_same_file_twice_changes_nothing(desk: Any) -> None:
    desk.take(CSV)
    before = _everything(desk)
    again = desk.take(WORKBOOK)
    assert _changes(again) == 0
    assert _everything(desk) == before
    assert desk.rows("SELECT count(*) FROM audit") == [(1,)]


def test_importing_an_export_changes_nothing(desk: Any) -> None:
    desk.take(CSV)
    versions = desk.rows("SELECT id, version FROM assignments")
    outcome = desk.take(desk.export())
    assert outcome.done and not outcome.plan.mistakes
    assert _changes(outcome) == 0
    assert desk.rows("SELECT id, version FROM assignments") == versions


def test_an_export_builds_the_same_register_in_an_empty_store(desk: Any, tmp_path: Path) -> None:
    desk.take(CSV)
    exported = desk.export()
    other = type(desk)(tmp_path / "other")
    outcome = other.take(exported)
    assert not outcome.plan.mistakes
    assert _everything(other) == _everything(desk)
    assert _changes(other.take(CSV)) == 0
    other.store.close()


def test_children_stand_under_the_roll_up_of_their_year(desk: Any) -> None:
    desk.take(CSV)
    above = desk.rows(
        "SELECT DISTINCT u.code, p.year FROM assignments a JOIN assignments p ON p.id = a.parent_id"
        " JOIN units u ON u.id = p.unit_id WHERE a.code = 'CT3'"
    )
    assert above == [("BTC", 2021)]


def test_last_years_targets_with_their_final_figure_are_closed(desk: Any) -> None:
    desk.take(CSV)
    assert desk.rows("SELECT state, count(*) FROM assignments WHERE year = 2020 GROUP BY 1") == [
        ("done", 36)
    ]


def test_a_dry_run_tells_and_writes_nothing(desk: Any) -> None:
    outcome = desk.take(CSV, dry_run=True)
    assert not outcome.done
    assert outcome.plan.counts["assignments"].new == 397
    assert desk.rows("SELECT count(*) FROM units") == [(0,)]
