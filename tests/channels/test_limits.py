"""What an operator sets for a channel reaches its limits, whatever the platform."""

import pytest

from bot.channels.base import ChannelSettings
from bot.channels.table import CHANNELS, make


@pytest.mark.parametrize("kind", CHANNELS)
def test_every_pace_and_number_that_is_set_holds(kind: str) -> None:
    limits = make(
        ChannelSettings(
            "one",
            kind,
            "1:x",
            "https://localhost",
            messages_per_second=7,
            per_chat_per_second=0.5,
            per_chat_burst=2,
            per_group_per_minute=11,
            max_in_flight=3,
            monthly_quota=300,
            max_users=5,
        )
    ).limits
    assert (limits.per_second, limits.per_chat_per_second, limits.per_chat_burst) == (7, 0.5, 2)
    assert (limits.per_group_per_minute, limits.max_in_flight) == (11, 3)
    assert (limits.monthly_quota, limits.max_users) == (300, 5)
