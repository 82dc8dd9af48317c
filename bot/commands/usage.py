"""How wrong use of the command line is told. Contains no command."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

# What argparse complains of, each in a plain sentence; what is not foreseen is told as it is.
_COMPLAINTS = (
    (r"the following arguments are required: (?P<what>.+)", "Thiếu {what}."),
    (r"unrecognized arguments: (?P<what>.+)", "Không hiểu {what}."),
    (r"argument COMMAND: invalid choice: '(?P<what>.*?)'.*", 'Không có lệnh "{what}".'),
    (
        r"argument (?P<what>\S+): invalid choice: '(?P<given>.*?)' \(choose from (?P<can>.+)\)",
        '{what} không nhận "{given}"; chỉ nhận: {can}.',
    ),
    (
        r"argument (?P<what>\S+): invalid int value: '(?P<given>.*?)'",
        '{what} phải là số, không phải "{given}".',
    ),
    (r"argument (?P<what>\S+): expected .*argument.*", "Sau {what} phải có giá trị."),
    (r"argument (?P<what>\S+): ignored explicit argument .*", "Sau {what} không có giá trị."),
    (r"ambiguous option: (?P<what>\S+) could match (?P<can>.+)", "{what} có thể là: {can}."),
)


class Parser(argparse.ArgumentParser):
    """Complains of wrong use in one plain sentence and says where the whole list is; exit 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{complaint(message)} Xem cách dùng: {self.prog} --help.\n")


def complaint(message: str) -> str:
    """What argparse says in English, as a sentence: "Thiếu FILE."."""
    for pattern, sentence in _COMPLAINTS:
        if said := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(**said.groupdict())
    return f"{message}."
