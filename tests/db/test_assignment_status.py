"""The class in v_assignments is that of the domain, whatever stands in the register."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import status
from db.assignments import get
from db.store import Store
from db.transaction import Tx
from domain.assignment import IN_TIME, OVERDUE

TODAY = date(2021, 6, 9)
DAYS = st.none() | st.integers(-5, 5).map(lambda days: (TODAY + timedelta(days=days)).isoformat())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("status")).open(create=True)

    def begin(tx: Tx) -> None:
        status.note(tx, "today", TODAY.isoformat())
        tx.run("INSERT INTO units (id, code, name, name_fold) VALUES (1, 'P7', 'Phường 7', '')")
        tx.run(
            "INSERT INTO assignments (id, year, code, unit_id, shown_code, kind, title, title_fold,"
            " created_at) VALUES (1, 2021, 'CT1', 1, 'CT01', 'target', '', '', '')"
        )

    store.write_now(begin)
    return store


def classes(store: Store, **fields: object) -> tuple[str, str]:
    """The class of the view and that of the domain for one assignment with these fields."""

    def look(tx: Tx) -> tuple[str, str]:
        tx.run(
            "UPDATE assignments SET state = :state, kind = :kind, direction = :direction,"
            " plan = :plan, value = :value, percent = :percent, due_on = :due_on,"
            " done_on = :done_on, estimate = :estimate WHERE id = 1",
            **fields,
        )
        found = get(tx, 1)
        assert found is not None
        shown = tx.value("SELECT status FROM v_assignments")
        return shown, found.assignment.status_on(TODAY)

    return store.write_now(look)


@settings(max_examples=400)
@given(
    state=st.sampled_from(["open", "open", "open", "done", "awaiting", "suspended", "cancelled"]),
    kind=st.sampled_from(["target", "target", "task"]),
    direction=st.sampled_from(["up", "down", "keep", "at_most"]),
    plan=st.none() | st.integers(0, 9),
    value=st.none() | st.integers(0, 9),
    percent=st.none() | st.integers(90, 110),
    estimate=st.booleans(),
    due_on=DAYS,
    done_on=DAYS,
)
def test_the_view_and_the_domain_put_an_assignment_in_the_same_class(
    store: Store, **fields: object
) -> None:
    shown, reckoned = classes(store, **fields)
    assert shown == reckoned


@pytest.mark.parametrize(
    ("direction", "value", "shown"),
    [("up", 60, IN_TIME), ("up", 59, OVERDUE), ("at_most", 60, OVERDUE), ("down", 59, OVERDUE)],
)
def test_only_a_rise_that_has_come_is_not_overdue(
    store: Store, direction: str, value: int, shown: str
) -> None:
    """A ceiling may still be passed and a rate still rise: those the office closes."""
    fields = {"direction": direction, "plan": 60, "value": value, "due_on": "2021-06-01"}
    fields |= {"estimate": False}
    others = {"state": "open", "kind": "target", "percent": None, "done_on": None}
    assert classes(store, **fields, **others) == (shown, shown)
