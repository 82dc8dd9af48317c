"""Who and what is meant by the names in cells: units, people, titles, documents. Plans nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from domain.fold import fold
from domain.sheet.cells import Unread

_CODE_IN_BRACKETS = re.compile(r".*[(\[]\s*([^()\[\]]+?)\s*[)\]]")


class Names:
    """Things that have a code and a name; found by either, without regard to case and marks."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._codes: set[str] = set()
        self._by_fold: dict[str, set[str]] = defaultdict(set)
        self._by_name: dict[str, set[str]] = defaultdict(set)

    def add(self, code: str, *names: str) -> None:
        self._codes.add(code)
        self._by_fold[fold(code)].add(code)
        for name in names:
            if name:
                self._by_name[fold(name)].add(code)

    def named(self, name: str) -> set[str]:
        """The codes of everything of this name."""
        return self._by_name.get(fold(name), set())

    def exact(self, written: str) -> str | None:
        """The code that is written so, in any case; None if there is none or several."""
        if written in self._codes:
            return written
        found = self._by_fold.get(fold(written), set())
        return next(iter(found)) if len(found) == 1 else None

    def find(self, written: str) -> str | None:
        """The one code that a cell means; None if there is none. Raises Unread for several."""
        code = self.exact(written)
        if code is None and (found := _CODE_IN_BRACKETS.fullmatch(written)):
            code = self.exact(found[1])
        if code is not None:
            return code
        several = self.named(written)
        if len(several) > 1:
            listed = ", ".join(sorted(several)[:5])
            raise Unread(f'có nhiều {self.what} tên "{written[:60]}" ({listed}); xin ghi mã')
        return next(iter(several), None)

    def get(self, written: str) -> str:
        """The one code that a cell means, "" for an empty cell. Raises Unread."""
        if not written:
            return ""
        code = self.find(written)
        if code is None:
            raise Unread(f'không có {self.what} "{written[:60]}"')
        return code


class World:
    """Everything that a cell may refer to: what is kept and what the file brings."""

    def __init__(self) -> None:
        self.units = Names("đơn vị")
        self.people = Names("cán bộ")
        self.documents = Names("văn bản")
        self.parents: dict[str, str] = {}  # unit → the unit above it
        self._titles: dict[str, dict[str, str]] = defaultdict(dict)  # unit → fold → title
        self._holders: dict[str, set[str]] = defaultdict(set)  # fold of title → people

    def add_post(self, person: str, unit: str, title: str) -> None:
        if title:
            self._titles[unit].setdefault(fold(title), title)
            self._holders[fold(title)].add(person)

    def doers(self, written: Iterable[str], unit: str) -> list[str]:
        """People by code, or titles within the unit as they are held there. Raises Unread."""
        found = []
        for item in written:
            title = self._titles[unit].get(fold(item))
            person = self.people.exact(item) or (None if title else self.people.find(item))
            if person is None and title is None:
                raise Unread(f'không có cán bộ mã, tên hoặc chức vụ "{item[:60]}" ở đơn vị {unit}')
            found.append(person or title or "")
        return list(dict.fromkeys(found))

    def person(self, written: str) -> str:
        """One person by code, name, or a title that only one holds. Raises Unread."""
        if not written:
            return ""
        found = self.people.find(written)
        if found is None:
            holders = self._holders.get(fold(written), set())
            if len(holders) != 1:
                raise Unread(f'không có cán bộ "{written[:60]}"')
            found = next(iter(holders))
        return found

    def monitors(self, written: Iterable[str]) -> list[str]:
        """Units, else people, who follow an assignment. Raises Unread."""
        found = []
        for item in written:
            code = self.units.find(item)
            if code is None:
                try:
                    code = self.person(item)
                except Unread:
                    raise Unread(f'không có đơn vị hoặc cán bộ "{item[:60]}"') from None
            found.append(code)
        return list(dict.fromkeys(found))


def in_a_circle(parents: dict[str, str]) -> set[str]:
    """The children that come back to themselves when one goes up."""
    circling: set[str] = set()
    cleared: set[str] = set()
    for start in parents:
        path: list[str] = []
        at = start
        while at and at not in cleared and at not in path:
            path.append(at)
            at = parents.get(at, "")
        if at in path:
            circling.update(path[path.index(at) :])
        cleared.update(path)
    return circling


def next_codes(prefix: str, taken: Iterable[str], width: int) -> Iterable[str]:
    """Codes that nobody has: the prefix and one number after the other."""
    numbered = re.compile(re.escape(prefix) + r"0*(\d{1,9})", re.IGNORECASE)
    highest = max(
        (int(found[1]) for code in taken if (found := numbered.fullmatch(code))), default=0
    )
    while True:
        highest += 1
        yield f"{prefix}{highest:0{width}d}"
