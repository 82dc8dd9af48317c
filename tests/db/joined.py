"""People who take part, for tests of what is sent to them."""

from datetime import UTC, datetime, timedelta

from db import chats
from db.transaction import Tx
from domain.message import ChatRef

NOW = datetime(2026, 6, 9, 1, 0, tzinfo=UTC)


def join(tx: Tx, person: int, heard_from: dict[ChatRef, int]) -> None:
    """Person `person` with chats, each with how many days ago it was last heard from."""
    tx.run(
        "INSERT INTO people (id, code, full_name, name_fold, state)"
        " VALUES (:id, 'P' || :id, 'Lê Thị Lan', 'le thi lan', 'joined')",
        id=person,
    )
    for chat, days in heard_from.items():
        chats.bind(tx, chat, person, NOW - timedelta(days=days))
