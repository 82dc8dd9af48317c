"""What Zalo hands out, as the service reads it."""

import json
from typing import Any

from bot.channels.zalo_reading import incoming_of, raw_of
from domain.message import Incoming


def update(event: str = "message.text.received", **fields: Any) -> dict[str, Any]:
    said = {
        "from": {"id": "387ac9", "display_name": "Nguyễn Thị Lan", "is_bot": False},
        "chat": {"id": "387ac9", "chat_type": "PRIVATE"},
        "message_id": "a19a37",
        "date": 1623222000500,
    }
    return {"event_name": event, "message": said | fields}


def read(given: Any, bot_name: str = "Bot Văn phòng") -> Incoming:
    return incoming_of("zalo", json.loads(raw_of(given).raw), bot_name)
