"""What a screen of a plain phone may be, and a walk through all of them. Knows no story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from domain.fold import fold
from domain.parts import utf16
from domain.syllables import is_syllable
from sandbox.platform import Platform
from sandbox.world.model import Message, Phone

LINES = 12  # of one screen
PAGE = 15  # of a digest: its twelve lines, and three choices below them
LONGEST = 2000  # UTF-16 units of one message on Zalo

# The smallest picture there is.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)

_PATIENCE = 8.0  # seconds that an answer may take
_NUMBERED = re.compile(r"(\d+)\. (.+)")
_WORD = re.compile(r"[^\W\d_]+")
_DIGEST = re.compile(r"Kính (?:báo cáo|gửi) đồng chí .*, tổng hợp thứ")
_CODED = re.compile(r"\S*\d\S*|\S*/\S*|\S*[A-ZĐ]-[A-ZĐ]\S*")  # codes, dates, document numbers
# What is Vietnamese by use: names of things that everybody on a phone calls so; and a language by
# its own name.
_KNOWN = frozenset(
    ("zalo", "telegram", "menu", "chat", "word", "excel", "pdf", "ii", "iii", "iv", "english")
)
# Spelt like Vietnamese syllables all the same.
_FOREIGN = frozenset(("bot", "the", "none", "on", "admin", "file", "token", "user", "job"))


def lines_of(text: str) -> list[str]:
    """The lines that take room on a screen."""
    return [line for line in text.split("\n") if line.strip()]


def choices_of(message: Message) -> list[str]:
    """The numbered choices at the end of a message as a plain phone shows them."""
    _, separator, last = message.text.rpartition("\n\n")
    found = [_NUMBERED.fullmatch(line) for line in last.split("\n")] if separator else []
    if not found or any(each is None for each in found):
        return []
    numbers = [int(each[1]) for each in found if each]
    return [each[2] for each in found if each] if numbers[0] == 1 else []


def faults_of(message: Message, typed: str = "") -> Iterator[str]:
    """What is wrong with a screen; `typed` are words of people's own, which may be anything."""
    text = message.text
    if len(lines_of(text)) > (PAGE if _DIGEST.match(text) else LINES):
        yield f"{len(lines_of(text))} lines"
    if utf16(text) > LONGEST:
        yield f"{utf16(text)} units long"
    if message.buttons:
        yield "buttons"
    numbered = [_NUMBERED.fullmatch(line) for line in text.rpartition("\n\n")[2].split("\n")]
    given = [int(each[1]) for each in numbered if each]
    if given and given != list(range(1, len(given) + 1)):
        yield f"numbered {given}"
    asks = re.search(r"[Đđ]ồng chí (?:hãy )?chọn\b(?! lại)|chọn (?:một mục )?(?:bên|ở) dưới", text)
    if asks and not choices_of(message):
        yield "offers nothing to choose"
    known = frozenset(_WORD.findall(fold(typed)))
    for word in foreign_words(text):
        if fold(word) not in known:
            yield f"the word {word!r}"


def foreign_words(text: str) -> list[str]:
    """Words that no official knows: not Vietnamese, and no name of something in their hands."""
    return [
        word
        for word in _WORD.findall(_CODED.sub(" ", text))
        if not word.isupper() and fold(word) not in _KNOWN
        if word.lower() in _FOREIGN or not is_syllable(word.lower())
    ]


@dataclass
class Walk:
    """One person's way through the screens of their phone. `faults` are those of every screen."""

    platform: Platform
    phone: Phone
    name: str
    faults: list[str] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    chosen: set[tuple[str, str]] = field(default_factory=set)
    last: Message | None = None

    async def type(self, words: str) -> Message:
        """Types and reads the one answer; whatever else has come by now is one too many."""
        self._nothing_more()
        self.platform.type_text(self.phone, words)
        return await self._answer(words)

    async def show(self, caption: str) -> Message:
        """Sends a picture with these words below it."""
        self._nothing_more()
        self.platform.send_photo(self.phone, DOT, caption)
        return await self._answer(caption)

    def _nothing_more(self) -> None:
        for more in self.phone.arrived:
            self.faults.append(f"{self.name}: a second message\n{more.text}")
        self.phone.arrived.clear()

    async def _answer(self, words: str) -> Message:
        try:
            said = await self.platform.next_message(self.phone, _PATIENCE)
        except TimeoutError:
            raise AssertionError(f"{self.name}: no answer to {words!r}") from None
        self.seen.add(id(said))
        self.last = said
        for fault in faults_of(said, words):
            self.faults.append(f"{self.name}: {words!r}: {fault}\n{said.text}")
        return said

    async def act(self, act: str) -> bool:
        """Types words; or, where they begin with "=", the number of the choice so called; or, where
        they begin with "@", sends a picture with them. False where nothing is called so."""
        if act.startswith("@"):
            await self.show(act[1:])
            return True
        if not act.startswith("="):
            await self.type(act)
            return True
        offered = choices_of(self.last) if self.last else []
        meant = [fold(each).startswith(act[1:]) or _shape(each) == act[1:] for each in offered]
        number = meant.index(True) + 1 if True in meant else None
        if number is None:
            return False
        await self.type(str(number))
        return True

    async def go(self, path: Sequence[str]) -> bool:
        """One act after another, after whatever was begun before was left: a screen without choices
        may be a question."""
        if self.last is None or not choices_of(self.last):
            await self.type("hủy")
        return all([await self.act(each) for each in path])

    async def everywhere(self, root: str, depth: int, closed: frozenset[str]) -> None:
        """Every kind of choice below what `root` shows, to this depth; never those `closed`, and
        none twice that was chosen on such a screen before."""
        waiting: list[tuple[str, ...]] = [(root,)]
        while waiting:
            path = waiting.pop(0)
            if not await self.go(path) or len(path) > depth or self.last is None:
                continue
            shapes = dict.fromkeys(_shape(each) for each in choices_of(self.last))
            for shape in shapes:
                if (path[-1], shape) not in self.chosen and shape not in closed:
                    self.chosen.add((path[-1], shape))
                    waiting.append((*path, f"={shape}"))


def _shape(label: str) -> str:
    """What choices of one kind have in common: their first two words."""
    return " ".join(re.sub(r"\d+", "", fold(label)).replace(",", " ").split()[:2])
