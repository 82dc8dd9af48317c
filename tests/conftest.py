"""What all tests share: failed expectations of a stage say what was heard instead."""

import pytest
from hypothesis import settings

# Before anything imports it: only what is imported later is rewritten.
pytest.register_assert_rewrite("sandbox.stage")

# No test is timed, and the same examples are tried each time: what fails here fails anywhere.
# `pytest --hypothesis-profile search` looks further.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("steady")

# These start processes and wait for them: they begin first, so that no worker ends with them.
_LONGEST = ("stories", "bench", "bot")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.parent.name not in _LONGEST)
