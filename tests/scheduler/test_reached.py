"""What has its plan already is not urged; its periodic figures are still asked for."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.assignments import REACHED
from domain.assignment import reaches
from tests.scheduler.stage import Stage

JUNE = (date(2021, 5, 20), date(2021, 6, 30))


@pytest.mark.parametrize(
    ("figures", "reminded"),
    [
        ({"measure": "%", "plan": 90, "value": 94}, False),
        ({"measure": "tuyến", "plan": 2, "value": 2}, False),
        ({"measure": "tuyến", "plan": 2, "value": 1}, True),
        ({"measure": "tỷ đồng", "plan": 100, "percent": 100}, False),
        ({"measure": "tỷ đồng", "plan": 100, "percent": 99}, True),
        ({"measure": "tỷ đồng", "plan": 100, "value": 50, "percent": 120}, True),
        ({"measure": "vụ", "plan": 5, "value": 6, "direction": "at_most"}, True),
        ({"measure": "%", "plan": 5, "value": 6, "direction": "down"}, True),
        ({"measure": "%", "plan": 100, "value": 100, "direction": "keep"}, True),
        ({"measure": "tuyến", "plan": 2, "value": 2, "estimate": 1}, True),
        ({"percent": 90}, True),
    ],
)
def test_a_target_with_its_plan_is_reminded_of_neither_before_nor_after_its_deadline(
    stage: Stage, figures: dict[str, object], reminded: bool
) -> None:
    ward = stage.unit("Phường 7")
    lan = stage.person("Nguyễn Thị Lan", ward)
    stage.work(ward, "CT05", "Một chỉ tiêu", "2021-06-04", **figures)
    stage.year(*JUNE)
    assert bool(stage.said(lan)) is reminded


def test_the_monthly_figures_of_a_target_with_its_plan_are_still_asked_for(stage: Stage) -> None:
    ward = stage.unit("Phường 7")
    lan = stage.person("Nguyễn Thị Lan", ward)
    more = {"measure": "tỷ đồng", "plan": 100, "value": 120, "reporting": "month"}
    stage.work(ward, "CT12", "Thu ngân sách", "2021-12-31", **more)
    stage.year(*JUNE)
    assert any("CT12 Thu ngân sách, chưa có số tháng 5" in text for text in stage.said(lan))


def test_a_corrected_figure_below_the_plan_brings_the_reminder_back(stage: Stage) -> None:
    ward = stage.unit("Phường 7")
    lan = stage.person("Nguyễn Thị Lan", ward)
    more = {"measure": "tuyến", "plan": 2, "value": 2}
    work = stage.work(ward, "CT05", "Đường hoa", "2021-06-04", **more)
    stage.year(date(2021, 6, 1), date(2021, 6, 6))
    assert stage.said(lan) == []
    stage.run("UPDATE assignments SET value = 1 WHERE id = :id", id=work)
    stage.year(date(2021, 6, 7), date(2021, 6, 8))
    assert "🔴 Quá hạn 3 ngày (thứ Sáu 04/6): CT05 Đường hoa, 1/2 tuyến" in stage.said(lan)[0]


@given(
    kind=st.sampled_from(["target", "task"]),
    direction=st.sampled_from(["up", "down", "keep", "at_most"]),
    plan=st.none() | st.integers(0, 9),
    value=st.none() | st.integers(0, 9),
    percent=st.none() | st.integers(0, 200),
    estimate=st.booleans(),
)
def test_the_store_and_the_rule_agree_on_what_has_its_plan(
    kind: str,
    direction: str,
    plan: int | None,
    value: int | None,
    percent: int | None,
    estimate: bool,
) -> None:
    found = sqlite3.connect(":memory:").execute(
        f"SELECT {REACHED} FROM (SELECT 'open' AS state, :kind AS kind, :direction AS direction,"
        " :plan AS plan, :value AS value, :percent AS percent, :estimate AS estimate) a",
        {"kind": kind, "direction": direction, "plan": plan, "value": value, "percent": percent}
        | {"estimate": estimate},
    )
    assert bool(found.fetchone()[0]) is reaches(kind, direction, plan, value, percent, estimate)
