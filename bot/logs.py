"""Log lines: one JSON object each, redacted, so no token, code or line break gets through."""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime

from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.web import RequestPayloadError

_TOKEN = re.compile(r"\b\d{4,}:[A-Za-z0-9_-]{20,}|/bot[^/\s\"']{8,}")
_secrets: set[str] = set()
QUIET = ("httpx", "httpcore", "telegram", "aiohttp.access", "apscheduler", "asyncio")


def hide(secret: str) -> None:
    """From now on this string is never written."""
    if secret:
        _secrets.add(secret)


def redacted(text: str) -> str:
    """The text without any secret that we know of or that looks like a token."""
    for secret in _secrets:
        text = text.replace(secret, "***")
    return _TOKEN.sub("***", text)


class Briefly(logging.Filter):
    """A call of the web server that is no HTTP is its caller's mistake: a line, and no trace with
    what they sent."""

    def filter(self, record: logging.LogRecord) -> bool:
        failure = record.exc_info[1] if record.exc_info else None
        if isinstance(failure, (HttpProcessingError, RequestPayloadError)):
            record.exc_info, record.levelno, record.levelname = None, logging.WARNING, "WARNING"
            record.msg, record.args = "a call was no HTTP: %s", (type(failure).__name__,)
        return True


class JsonLines(logging.Formatter):
    """One line per record: time, level, where, what, and the keys that it is about."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "room": record.name,
            "said": record.getMessage(),
        }
        for name in ("update_key", "outbox_key", "channel"):
            if (value := getattr(record, name, None)) is not None:
                line[name] = str(value)
        if record.exc_info:
            line["trace"] = "".join(traceback.format_exception(*record.exc_info))
        return redacted(json.dumps(line, ensure_ascii=False))


def set_up(level: str = "INFO") -> None:
    """Sends every log line, and whatever ends the program, through the redaction."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("aiohttp.server").addFilter(Briefly())
    sys.excepthook = lambda kind, failure, trace: root.critical(
        "the program ends", exc_info=(kind, failure, trace)
    )
