"""Telegram's two kinds of Markdown, as strictly as Telegram reads them. Knows no HTML."""

from sandbox.telegram.marked import Parsed, Writer, mistake, place

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


def parse_v2(text: str) -> Parsed:
    """parse_mode MarkdownV2."""
    out = Writer()
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
            raise mistake(
                f"Character '{char}' is reserved and must be escaped with the preceding '\\'"
            )
        else:
            out.add(char)
            at += 1
    if open_marks:
        raise mistake(
            f"Can't find end of {open_marks[-1][2]} entity at byte offset "
            f"{place(text, open_marks[-1][4])}"
        )
    return out.parsed()


def parse_v1(text: str) -> Parsed:
    """parse_mode Markdown, the old one."""
    out = Writer()
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
            raise mistake(f"Can't find end of the entity starting at byte offset {place(text, at)}")
        start = out.units
        out.add(text[begin:end])
        if mark:
            out.close(kinds[mark], start)
            at = end + len(mark)
        else:
            at = _close_link(out, text, end, start)
    return out.parsed()


def _close_link(out: Writer, text: str, at: int, start: int) -> int:
    """Reads "](url)" at `at`; where the text goes on."""
    if text[at + 1 : at + 2] != "(":
        return at + 1
    end = text.find(")", at)
    if end < 0:
        raise mistake(f"Can't find end of a URL at byte offset {place(text, at)}")
    url = text[at + 2 : end].replace("\\", "")
    if url:
        out.close("text_link", start, url=url)
    return end + 1
