"""Telegram's HTML, as strictly as Telegram reads it. Knows no Markdown."""

import html
import re

from sandbox.telegram.marked import Parsed, Writer, mistake, place

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


def parse_html(text: str) -> Parsed:
    """parse_mode HTML."""
    out = Writer()
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
                raise mistake(f"Unclosed start tag at byte offset {place(text, at)}")
            raise mistake(
                f'Unsupported start tag "{odd[1] if odd else ""}" at byte offset {place(text, at)}'
            )
        name = found[2].lower()
        if found[1]:
            if not open_tags:
                raise mistake(f"Unexpected end tag at byte offset {place(text, at)}")
            opened, start, _, attributes = open_tags.pop()
            if opened != name:
                raise mistake(
                    f'Unmatched end tag at byte offset {place(text, at)}, expected "</{opened}>", '
                    f'found "</{name}>"'
                )
            _close_tag(out, opened, start, attributes)
        else:
            spoiler = name != "span" or "tg-spoiler" in found[3]
            if name not in _TAGS or not spoiler:
                raise mistake(f'Unsupported start tag "{name}" at byte offset {place(text, at)}')
            open_tags.append((name, out.units, at, found[3]))
        at = found.end()
    if open_tags:
        name, _, where, _ = open_tags[-1]
        raise mistake(
            f'Can\'t find end tag corresponding to start tag "{name}" at byte offset '
            f"{place(text, where)}"
        )
    return out.parsed()


def _close_tag(out: Writer, name: str, start: int, attributes: str) -> None:
    if name != "a":
        out.close(_TAGS[name], start)
        return
    found = _HREF.search(attributes)
    url = html.unescape(next((g for g in found.groups() if g is not None), "")) if found else ""
    if url:
        out.close("text_link", start, url=url)
