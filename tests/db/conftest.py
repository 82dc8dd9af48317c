"""A store of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store import Store
from db.transaction import Tx


@pytest.fixture
def tx(tmp_path: Path) -> Iterator[Tx]:
    """Inside an empty store."""
    store = Store(tmp_path).open(create=True)
    yield store.writer.tx
    store.close()
