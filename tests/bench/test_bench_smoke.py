"""Each benchmark runs in its small size, and what it checks holds. Judges no figure."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import uvloop

from bench import checking, seeding
from bench.__main__ import BENCHMARKS
from bench.measuring import Report, most_within, percentile
from bench.setting import setting
from db.store import Store


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_runs_in_its_small_size_and_its_figures_count(
    name: str, tmp_path: Path
) -> None:
    async def play() -> Report:
        return await BENCHMARKS[name](True, tmp_path)

    report = uvloop.run(play())
    assert report.lines
    assert report.broken == []


def test_a_store_without_its_reports_does_not_count(tmp_path: Path) -> None:
    async def play() -> list[str]:
        async with setting(tmp_path, 3) as place:
            seeding.seed(place.data_dir, place.phones, 1)
            reports = seeding.reports(3)
            pairs = [(phone, each.text) for phone, each in zip(place.phones, reports, strict=True)]
            updates = place.platform.queue_texts(pairs)
            typed = [each for each in zip(place.phones, updates, reports, strict=True) if each[1]]
            return checking.broken(place.data_dir / "dondoc.db", typed, Counter())

    said = " ".join(uvloop.run(play()))
    assert "inbox holds {}" in said
    assert "2 reports have a wrong row" in said
    assert "3 people have no answer" in said


def test_an_answer_that_came_twice_does_not_count_in_a_clean_run(tmp_path: Path) -> None:
    async def play() -> list[str]:
        async with setting(tmp_path, 1) as place:
            Store(place.data_dir).open(create=True).close()
            reports = seeding.reports(1)
            updates = place.platform.queue_texts([(place.phones[0], reports[0].text)])
            typed = [each for each in zip(place.phones, updates, reports, strict=True) if each[1]]
            answers = Counter({str(place.phones[0].chat.id): 2})
            return checking.broken(place.data_dir / "dondoc.db", typed, answers)

    assert "1 people have more than 1 answers" in uvloop.run(play())


def test_the_fullest_second_is_found_wherever_it_begins() -> None:
    assert most_within([0.0, 0.9, 1.5, 1.8, 1.85, 3.0], 1.0) == 4


def test_the_99th_percentile_of_a_hundred_is_the_second_largest() -> None:
    assert percentile([float(number) for number in range(1, 101)], 0.99) == 99.0
