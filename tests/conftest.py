"""What all tests share: failed expectations of a stage say what was heard instead."""

import pytest

# Before anything imports it: only what is imported later is rewritten.
pytest.register_assert_rewrite("sandbox.stage")

# These start processes and wait for them: they begin first, so that no worker ends with them.
_LONGEST = ("stories", "bench", "bot")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.parent.name not in _LONGEST)
