"""What else a counted thing is called: "34 nhà" of hộ, "11 cái" of sáng kiến, "15 quán" of cơ sở.

Words that stand for a noun only where it is what a target counts; names for people, and clipped
names of one noun, are for measures.
"""

from typing import Final

# Words for the one where the other is counted: folded noun → what may be said for it.
_NARROWER: Final = {
    "co so": ("quan", "quan an", "tiem", "cua hang", "nha hang", "sap", "lo", "xuong", "quay"),
    "phuong tien": ("xe", "ghe", "tau", "xuong", "thuyen", "o to", "xe may"),
    "giay chung nhan": ("so do", "so hong", "bia do", "bia hong"),
    "lieu": ("mui",),
    "cay": ("goc", "cay giong"),
    "mo": ("ma", "ngoi ma"),
    "hoc sinh": ("sap nho", "dua"),
    "tre em": ("sap nho", "dua"),
    "camera": ("con mat", "mat", "con"),
}
# Of these there are kinds: "cơ sở kinh doanh", "phương tiện thủy".
_WIDE: Final = ("co so", "phuong tien", "giay chung nhan")
_HOMES: Final = frozenset(("nha", "noc", "noc nha", "mai nha"))
_HOUSEHOLDS: Final = frozenset(
    ("ho", "ho ngheo", "ho can ngheo", "ho thoat ngheo", "ho thoat can ngheo")
)
# "nhà trọ", "nhà máy", "nhà hảo tâm": other buildings and other people, nobody's household.
COMPOUNDS: Final = (
    "trọ", "tắm", "tiêu", "xe", "kho", "lưới", "màng", "yến", "máy", "rông", "sàn", "thầu", "nước",
    "nghỉ", "hàng", "thờ", "chùa", "tình", "đại", "tiền", "dột", "tạm", "văn", "vệ", "thuốc",
    "giữ", "trẻ", "báo", "rác", "chờ", "ở", "xưởng", "sinh", "hảo", "trường", "giáo", "khoa",
    "đầu", "tài", "cung",
)  # fmt: skip
# Any thing that can be pointed at.
_PIECES: Final = frozenset(("cai", "chiec", "cho"))
_CASES: Final = frozenset(("truong hop",))
# What cases are told of, beside people.
_HAVE_CASES: Final = frozenset(("ho", "vu", "ca", "ho so", "don", "don thu", "doi tuong", "f0"))
# Heads of nouns that are no things: who, where, how often, how much.
_NO_THINGS: Final = frozenset(
    (
        "ho", "gia", "nguoi", "to", "chi", "dang", "doan", "hoi", "doi", "ban", "lop", "truong",
        "xa", "phuong", "ap", "thon", "buon", "lang", "khu", "khom", "xom", "vu", "cuoc", "buoi",
        "luot", "dot", "ca", "lieu", "mui", "ngay", "cong", "mau", "sao", "con", "ha", "km", "m",
        "m2", "m3", "met", "khoi", "tan", "ta", "yen", "kg", "ky", "lit", "dong", "doanh", "co",
        "don", "nhan", "khau", "cu", "cap", "chuyen", "tieu", "diem", "tap", "hoc", "ho", "usd",
        "nhiem", "viec", "noi", "can",
    )
)  # fmt: skip
# Words before a noun that only say how it is counted.
_CLASSIFIERS: Final = frozenset(
    (
        "suat",
        "the",
        "tuyen",
        "cai",
        "chiec",
        "tam",
        "phan",
        "cuon",
        "quyen",
        "bo",
        "tui",
        "so",
        "la",
        "cay",
        "can",
        "ngoi",
        "khau",
        "bong",
        "lo",
        "mieng",
        "toa",
        "buc",
        "hom",
    )
)  # fmt: skip
# Single words that mean something else when their marks are left out: "tờ rơi", "căn nhà".
_COMMON: Final = frozenset(
    (
        "roi",
        "nha",
        "anh",
        "chi",
        "em",
        "con",
        "cho",
        "va",
        "thi",
        "duoc",
        "co",
        "moi",
        "nua",
        "het",
        "xong",
        "da",
        "day",
        "do",
        "bo",
        "ca",
        "an",
        "ve",
        "dat",
        "ho",
        "quan",
        "hoc",
        "vien",
        "le",
        "nay",
        "o",
        "ma",
        "ban",
        "tin",
    )
)  # fmt: skip


def names_for(counted: str) -> tuple[str, ...]:
    """What people say for a folded noun that a target counts: narrower things, or the noun
    without the word that counts it.

    >>> names_for("suat hoc bong"), names_for("lieu"), names_for("cay cau")
    (('hoc bong',), ('mui',), ('cau',))
    """
    head, _, rest = counted.partition(" ")
    counter = head in _CLASSIFIERS or (head == "ban" and " " in rest)  # "bản cam kết", "bàn ghế"
    bare = (rest,) if rest and counter and rest not in _COMMON else ()
    kind = next((k for k in _WIDE if counted.startswith(k)), counted)
    return (*bare, *_NARROWER.get(kind, ()))


def stands_for(noun: str, counted: str, *, people: bool) -> bool:
    """Whether a folded noun may be said for what is counted; `people`: those are counted.

    >>> stands_for("nha", "ho", people=False), stands_for("cai", "ho", people=False)
    (True, False)
    """
    if noun in _HOMES:
        return counted in _HOUSEHOLDS
    if noun in _CASES:
        return people or counted in _HAVE_CASES or counted in _HOUSEHOLDS
    thing = counted.startswith("phuong tien") or counted.split(" ")[0] not in _NO_THINGS
    return noun in _PIECES and thing and not people
