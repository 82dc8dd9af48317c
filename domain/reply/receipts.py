"""A task or a message that is taken on: "dạ nhận", "tiếp nhận thông tin, xin cảm ơn".

Phrases that say so are marks of their own; this reads what is left of a reply with nothing else.
"""

from typing import Final

from domain.reply.case import Case
from domain.reply.tokens import SPEAKERS, several


def accepts(case: Case) -> bool:
    """ "dạ em tiếp nhận, em giao anh Lâm làm", "dạ nhận": the writer takes it on."""
    said = case.said(0, len(case.marks)).strip(" .!\n").split()
    if said[-1 - (said[-1:] == ["a"]) :][:1] == ["nhan"] and _ACCEPTING.issuperset(said):
        return True  # "dạ em xin nhận ạ"
    return any(
        case.plain(at) == "tiep nhan"
        and (case.plain(at - 1) in SPEAKERS or _ACCEPTING.issuperset(case.said(0, at).split()))
        and set(case.said(at + 1, case.clause(at)[1]).split()) <= _TAKEN_ON
        for at in case.places("got")
    )


_ACCEPTING: Final = several("da em e toi tui xin nhan a xa phuong ap don vi")
# "tiếp nhận thông tin", "… ý kiến chỉ đạo của anh ạ"; not "tiếp nhận thông tin phản ánh của dân"
_TAKEN_ON: Final = several(
    "thong tin bao y kien chi dao nhiem vu van ban cong noi dung viec nay roi cua anh chi sep lanh "
    "nha nhe a nghen em"
)
