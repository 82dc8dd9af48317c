"""What every story stands on: a committee prepared once, a stage of its own, both channels."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from sandbox.stage import Prepared, Stage, prepare, stage

Play = Callable[..., AbstractAsyncContextManager[Stage]]

# People in a story type faster than any person: pacing has tests of its own.
UNHURRIED = "messages_per_second = 500\nper_chat_per_second = 500\nper_chat_burst = 500"


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Runs a story that is written as a coroutine."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return asyncio.run(prepare(tmp_path_factory.mktemp("committee")))


@pytest.fixture(params=["telegram", "zalo"])
def channel(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def play(tmp_path: Path, prepared: Prepared) -> Play:
    """`async with play() as on:` opens a stage; settings are those of sandbox.service.Service.

    Each of several stages at once needs a name of its own.
    """

    def opened(name: str = "one", **settings: Any) -> AbstractAsyncContextManager[Stage]:
        return stage(tmp_path / name, prepared=prepared, **({"channels": UNHURRIED} | settings))

    return opened
