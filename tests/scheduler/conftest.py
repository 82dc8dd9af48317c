"""A ward on a store of its own, in which the clock is moved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scheduler.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path)
    yield stage
    stage.store.close()


@pytest.fixture
def ward(stage: Stage) -> int:
    return stage.unit("Phường 7")


@pytest.fixture
def lan(stage: Stage, ward: int) -> int:
    return stage.person("Nguyễn Thị Lan", ward)
