"""Parses Telegram's three kinds of markup as strictly as Telegram does. No other text rules.

Raises ApiError 400 "can't parse entities: …" with the byte offset of the mistake.
"""

import html
import re
from typing import Any

from sandbox.wire.calls import ApiError

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_TAG = re.compile(
    r"<(/?)([A-Za-z][\w-]*)((?:\s+[\w-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?)*)\s*>"
)
_HREF = re.compile(r"href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_RESERVED = set("_*[]()~`>#+-=|{}.!")
# Longer marks first: "__" is underline, "_" italic.
_MARKS_V2 = (
    ("```", "pre", "Pre"),
    ("__", "underline", "Underline"),
    ("||", "spoiler", "Spoiler"),
    ("*", "bold", "Bold"),
    ("_", "italic", "Italic"),
    ("~", "strikethrough", "Strikethrough"),
    ("`", "code", "Code"),
)

Parsed = tuple[str, list[dict[str, Any]]]


def parse_marked(text: str, mode: str) -> Parsed:
    """The bare text and its entities."""
    parsers = {"html": _parse_html, "markdownv2": _parse_v2, "markdown": _parse_v1}
    if mode.lower() == "none":
        return text, []
    if mode.lower() not in parsers:
        raise ApiError(400, "Bad Request: unsupported parse_mode")
    return parsers[mode.lower()](text)


class _Writer:
    """The bare text so far, measured in UTF-16 units."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.units = 0
        self.entities: list[dict[str, Any]] = []

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.units += len(text.encode("utf-16-le")) // 2

    def close(self, kind: str, start: int, **more: Any) -> None:
        if self.units > start:
            self.entities.append(
                {"offset": start, "length": self.units - start, "type": kind, **more}
            )

    def parsed(self) -> Parsed:
        return "".join(self.parts), sorted(
            self.entities, key=lambda entity: (entity["offset"], -entity["length"])
        )


def _parse_html(text: str) -> Parsed:
    out = _Writer()
    open_tags: list[tuple[str, int, int, str]] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char == "&":
            found = _ENTITY.match(text, at)
            out.add(html.unescape(found[0]) if found else char)
            at = found.end() if found else at + 1
            continue
        if char != "<":
            following = min(
                (i for i in (text.find("<", at), text.find("&", at)) if i >= 0), default=len(text)
            )
            out.add(text[at:following])
            at = following
            continue
        found = _TAG.match(text, at)
        if not found:
            odd = re.match(r"</?([^\s>]*)", text[at:])
            if ">" not in text[at:]:
                raise _bad(f"Unclosed start tag at byte offset {_bytes(text, at)}")
            raise _bad(
                f'Unsupported start tag "{odd[1] if odd else ""}" at byte offset {_bytes(text, at)}'
            )
        name = found[2].lower()
        if found[1]:
            if not open_tags:
                raise _bad(f"Unexpected end tag at byte offset {_bytes(text, at)}")
            opened, start, _, attributes = open_tags.pop()
            if opened != name:
                raise _bad(
                    f'Unmatched end tag at byte offset {_bytes(text, at)}, expected "</{opened}>", '
                    f'found "</{name}>"'
                )
            _close_tag(out, opened, start, attributes)
        else:
            spoiler = name != "span" or "tg-spoiler" in found[3]
            if name not in _TAGS or not spoiler:
                raise _bad(f'Unsupported start tag "{name}" at byte offset {_bytes(text, at)}')
            open_tags.append((name, out.units, at, found[3]))
        at = found.end()
    if open_tags:
        name, _, where, _ = open_tags[-1]
        raise _bad(
            f'Can\'t find end tag corresponding to start tag "{name}" at byte offset '
            f"{_bytes(text, where)}"
        )
    return out.parsed()


def _close_tag(out: _Writer, name: str, start: int, attributes: str) -> None:
    if name != "a":
        out.close(_TAGS[name], start)
        return
    found = _HREF.search(attributes)
    url = html.unescape(next((g for g in found.groups() if g is not None), "")) if found else ""
    if url:
        out.close("text_link", start, url=url)


def _parse_v2(text: str) -> Parsed:
    out = _Writer()
    open_marks: list[tuple[str, str, str, int, int]] = []
    at = 0
    while at < len(text):
        char = text[at]
        inside = open_marks[-1] if open_marks else None
        if char == "\\" and at + 1 < len(text) and ord(text[at + 1]) < 127:
            out.add(text[at + 1])
            at += 2
            continue
        if inside and inside[0] in ("`", "```"):
            if text.startswith(inside[0], at):
                open_marks.pop()
                out.close(inside[1], inside[3])
                at += len(inside[0])
            else:
                out.add(char)
                at += 1
            continue
        mark = next((m for m in _MARKS_V2 if text.startswith(m[0], at)), None)
        if mark:
            if inside and inside[0] == mark[0]:
                open_marks.pop()
                out.close(inside[1], inside[3])
            else:
                open_marks.append((*mark, out.units, at))
            at += len(mark[0])
        elif char == "[":
            open_marks.append(("]", "text_link", "TextUrl", out.units, at))
            at += 1
        elif char == "]" and inside and inside[0] == "]":
            open_marks.pop()
            at = _close_link(out, text, at, inside[3])
        elif char == ">" and (at == 0 or text[at - 1] == "\n"):
            at += 1
        elif char in _RESERVED:
            raise _bad(
                f"Character '{char}' is reserved and must be escaped with the preceding '\\'"
            )
        else:
            out.add(char)
            at += 1
    if open_marks:
        raise _bad(
            f"Can't find end of {open_marks[-1][2]} entity at byte offset "
            f"{_bytes(text, open_marks[-1][4])}"
        )
    return out.parsed()


def _parse_v1(text: str) -> Parsed:
    out = _Writer()
    at = 0
    kinds = {"```": "pre", "*": "bold", "_": "italic", "`": "code"}
    while at < len(text):
        if text[at] == "\\" and text[at + 1 : at + 2] in ("_", "*", "`", "["):
            out.add(text[at + 1])
            at += 2
            continue
        mark = next((m for m in kinds if text.startswith(m, at)), None)
        ending = mark or ("]" if text[at] == "[" else None)
        if ending is None:
            out.add(text[at])
            at += 1
            continue
        begin = at + len(ending)
        end = text.find(ending, begin)
        if end < 0:
            raise _bad(f"Can't find end of the entity starting at byte offset {_bytes(text, at)}")
        start = out.units
        out.add(text[begin:end])
        if mark:
            out.close(kinds[mark], start)
            at = end + len(mark)
        else:
            at = _close_link(out, text, end, start)
    return out.parsed()


def _close_link(out: _Writer, text: str, at: int, start: int) -> int:
    """Reads "](url)" at `at`; where the text goes on."""
    if text[at + 1 : at + 2] != "(":
        return at + 1
    end = text.find(")", at)
    if end < 0:
        raise _bad(f"Can't find end of a URL at byte offset {_bytes(text, at)}")
    url = text[at + 2 : end].replace("\\", "")
    if url:
        out.close("text_link", start, url=url)
    return end + 1


def _bytes(text: str, at: int) -> int:
    return len(text[:at].encode())


def _bad(why: str) -> ApiError:
    return ApiError(400, f"Bad Request: can't parse entities: {why}")
