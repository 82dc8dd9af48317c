"""The two small committees that most stories are told of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handlers_stories.office import Office
from tests.handlers_stories.ward import Ward


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    """A ward with its work."""
    ward = Ward(tmp_path)
    yield ward
    ward.store.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A ward whose officials go on leave."""
    office = Office(tmp_path)
    yield office
    office.store.close()
