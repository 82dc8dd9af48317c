"""Measures (đơn vị tính): which words after a number name one, and conversion of money.

Knows words and factors only; must not know what a target's plan is.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from domain.called import names_for, stands_for
from domain.fold import clean, fold, lower
from domain.syllables import is_syllable

PERCENT: Final = "percent"
MONEY: Final = "money"
COUNT: Final = "count"

_SCALES: Final = {
    "nghin": 1e3, "ngan": 1e3, "trieu": 1e6, "tr": 1e6, "ty": 1e9, "ti": 1e9, "tram": 1e2,
}  # fmt: skip
_DONG: Final = frozenset(("dong", "d", "vnd", "vn dong", "viet nam dong"))
# Words for the same thing, folded; the first is the one that is kept.
_SAME: Final = (
    ("ho", "ho dan", "ho gia dinh", "gia dinh", "nha dan"),
    ("ha", "hecta", "hec ta", "hec-ta", "hec"),
    ("m2", "met vuong"),
    ("m3", "met khoi", "khoi"),
    ("km", "cay so", "kilomet", "ki lo met"),
    ("m", "met", "met toi", "met dai", "m dai"),
    ("kg", "ky", "ki lo gam", "kilogam"),
    ("dang vien", "dv", "d/v"),
    ("doanh nghiep", "dn"),
    ("hop tac xa", "htx"),
    ("van ban", "vb"),
    ("khu pho", "kp"),
    ("to dan pho", "tdp"),
    ("hoc sinh", "hs", "em hoc sinh"),
    ("ho so", "bo ho so"),
)
# One word that stands for a counted thing where it is the one that counts.
_CLIPPED: Final = {
    "nguoi": ("ng", "ngui", "cu"), "camera": ("cam",), "mo hinh": ("mh",),
    "hoi vien": ("chi", "cu"), "luot khach": ("khach",), "ho": ("hgd",),
    "can": ("nha", "ngoi nha"), "can nha": ("can",), "ho so": ("bo",),
}  # fmt: skip


@lru_cache(maxsize=512)
def short_forms(noun: str) -> tuple[str, ...]:
    """What people type for a folded noun that a target counts: its initials, or a part of it.

    >>> short_forms("ho so"), short_forms("hoi vien")
    (('hs', 'h/s', 'hso', 'bo'), ('hv', 'h/v', 'hvien', 'chi', 'cu'))
    """
    words = noun.split()
    initials = ("".join(word[0] for word in words),) if len(words) > 1 else ()
    slashed = ("/".join(word[0] for word in words),) if len(words) == 2 else ()
    called = (*_CLIPPED.get(noun, ()), *names_for(noun))
    return (*initials, *slashed, *_clipped(words), *called)


def _clipped(words: list[str]) -> tuple[str, ...]:
    """ "hvien", "dvien", "hsinh": the first of two words by its letter, if no word is spelt so."""
    if len(words) != 2 or not words[1].isalpha():
        return ()
    short = words[0][0] + words[1]
    return () if is_syllable(short) else (short,)


# "36 đồng chí", "36 người": any measure of people.
_PERSON: Final = frozenset(
    (
        "nguoi", "dong chi", "d/c", "dc", "ong ba", "anh em", "ban", "chi em", "chi", "anh", "em",
        "thay co", "co bac", "cu", "bac", "chau", "co", "chu",
    )
)  # fmt: skip
_PEOPLE: Final = frozenset(
    fold(word)
    for word in (
        "đảng viên", "đoàn viên", "hội viên", "lao động", "học viên", "cán bộ", "công dân",
        "thanh niên", "quần chúng", "công nhân", "người", "người dân", "tân binh", "học sinh",
        "đồng chí", "phụ nữ", "nông dân", "người lao động", "người cao tuổi", "công chức",
        "viên chức", "đvtn", "cựu chiến binh", "đảng viên mới", "quân nhân", "dân quân",
        "dân quân tự vệ", "sinh viên", "bà con", "chị em", "chị em phụ nữ", "bệnh nhân", "f0", "f1",
        "f2",
    )
)  # fmt: skip
# What folded words for kin are spelt, where they count people: "dạy nghề cho 30 chị, 12 anh".
KIN: Final = {
    "chi": "chị", "anh": "anh", "em": "em", "cu": "cụ", "bac": "bác", "chau": "cháu", "co": "cô",
    "chu": "chú",
}  # fmt: skip
_CHILDREN: Final = frozenset(("tre", "tre em", "chau", "be", "em be", "em", "nhoc", "nho"))
# What is counted as "12 cái" too.
_THINGS: Final = frozenset(
    fold(word)
    for word in (
        "mô hình", "nhà", "căn", "căn nhà", "nhà văn hóa", "cầu", "cống", "trụ", "đèn", "camera",
        "bồn", "giếng", "máy", "máy tính", "trạm", "trạm bơm", "công trình", "thùng rác", "hố ga",
        "bếp", "cột", "trụ điện", "bóng đèn", "chuồng", "bể", "hợp tác xã", "tổ hợp tác",
        "câu lạc bộ", "nhà vệ sinh", "hố xí", "hầm biogas", "chợ", "cổng chào", "biển báo", "pano",
        "bảng tin", "tủ sách", "tài khoản", "sổ", "sổ đỏ", "thẻ", "giấy",
        "phòng học", "sân chơi", "lò đốt rác", "lu nước", "xe", "ghế đá",
        "sản phẩm", "gói thầu", "dự án", "đề án", "trang trại", "tủ thuốc", "loa", "điểm sáng",
    )
)  # fmt: skip
# Counted nouns that come in parts, or of which averages are told.
_PARTED: Final = frozenset(
    fold(word)
    for word in (
        "ha", "hecta", "héc ta", "héc-ta", "km", "m", "m2", "m3", "mét", "mét vuông", "mét khối",
        "khối", "cây số", "tấn", "tạ", "yến", "kg", "ký", "cân", "lít", "mẫu", "điểm", "tiêu chí",
        "đồng", "usd",
    )
)  # fmt: skip
# What else is commonly counted: a number before one of these counts it.
_COUNTED: Final = """
    hộ | hộ dân | hộ nghèo | hộ cận nghèo | hộ gia đình | gia đình | ha | hecta | héc ta | héc-ta
    | km | m | m2 | m3 | mét | mét vuông | mét dài | m dài | km2 | tấn | tạ | yến | kg | ký | lít
    | đảng viên | đảng viên mới | phụ nữ | nông dân | dân quân | công nhân | cựu chiến binh | bà con
    | ông bà | thầy cô | cô bác
    | chị em | bệnh nhân | f0 | f1 |
    đoàn viên | hội viên | người | người dân | đồng chí | đ/c | quần chúng | lao động | học sinh |
    học viên | em học sinh | cháu | trẻ | trẻ em | cán bộ | công chức | thanh niên | tân binh | vụ
    | vụ việc | ca | trường | trường học | lớp | phòng học | tiêu chí | chỉ tiêu | tổ chức | cơ sở
    | doanh nghiệp | dn | hợp tác xã | htx | mô hình | cuộc | buổi | lượt | lượt người | lượt
    khách | hồ sơ | văn bản | giấy | bài | bài viết | tin | thẻ | suất | phần quà | căn | căn nhà
    | nhà | công trình | dự án | chi bộ | đảng bộ | xã | phường | ấp | khu phố | khóm | thôn | xóm
    | bản | khối phố
    | tổ | tuyến | tuyến đường | điểm | con | cái | bộ | máy | cây | cây xanh | đề án | nội
    dung | nhiệm vụ | việc | công việc | đầu việc | hạng mục | giải pháp | đơn vị | cơ quan |
    phòng | ban | ngành | sản phẩm | sáng kiến | tiết mục | gói | gói thầu | đợt | chỉ thị | nghị
    quyết | camera | trụ | đèn | cầu | cống | thửa | lô | chợ | trạm | trạm y tế | di tích | lễ |
    hội nghị | đối tượng | trường hợp | đơn | đơn thư | kiến nghị | cử tri | đại biểu | khẩu |
    nhân khẩu | liều | mũi | mẫu | usd | thủ tục | lĩnh vực | địa bàn | câu lạc bộ | clb | phiếu |
    đường | hẻm | cột | bồn | bể | giếng | chuồng | xe | chiếc | quyển | cuốn | bộ hồ sơ | tập thể
    | cá nhân | gương | đảng ủy | đảng viên chính thức | vb | thành viên | hội | đoàn | ủy viên |
    nhóm | mục | phần việc | bước | cụm | kp | trường thpt | ngôi nhà | bếp | quần áo | tổ dân phố
    | hộ kinh doanh | chốt | cửa hàng | sổ | giấy chứng nhận | khu | vườn | đội | hs | cuộc họp |
    phong trào | kế hoạch | thông báo | báo cáo | tờ trình | quyết định | đường dây | huyện | tỉnh
    | thành phố | thị trấn | bản án | vị trí | khâu | ý kiến | câu hỏi | đồng | độ | chi đoàn |
    chi hội | tổ đảng | đầu sách | lớp học | tài khoản | máy tính | khu dân cư | lượt hộ | lượt xe
    | vụ án | tin bài | bài dự thi | tác phẩm | ngày công | chuyến | trang trại | hợp đồng | đầu
    mối | trạm bơm | tổ hợp tác | tổ tự quản | cơ sở nhà đất | trụ điện | bóng đèn | thùng rác |
    cộng đồng | bé | em bé | buôn | làng | mảnh | chặng | hố ga | mét đường | km đường | bộ hồ sơ |
    phụ nữ | nông dân | công nhân | người lao động | người cao tuổi | công dân | viên chức |
    cựu chiến binh | dân quân | quân nhân | sinh viên | bệnh nhân |
    bao | bịch | thùng | chai |
    điểm trường | nhà văn hóa | tiêu chuẩn | con lợn | con heo | con bò | con trâu | con gà |
    con vịt | đvtn | tổ viên | xã viên
"""


def _spellings() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    others = ("cây số", "ki lô mét", "héc", "mét khối", "mét vuông")
    for noun in (*" ".join(_COUNTED.split()).split(" | "), *others):
        spelt = tuple(noun.replace("/", " ").replace("-", " ").split())
        found[fold(noun)] = (*found.get(fold(noun), ()), spelt)
    return found


# Folded noun → its words in each spelling: "ban" is "bản" (a village) and "ban" (a board).
COUNTED: Final = _spellings()
LONGEST_UNIT: Final = 4


class Measure(NamedTuple):
    """A measure as the register writes it: `factor` is 1e9 for "tỷ đồng"; `noun` is folded.

    `each`: "ha" of "tấn/ha", folded, or ""; `also`: the other nouns of "tin, bài", folded.
    """

    kind: str
    factor: float
    noun: str
    each: str = ""
    also: tuple[str, ...] = ()


_KEPT: Final = {noun: group[0] for group in reversed(_SAME) for noun in group}


def kept_noun(noun: str) -> str:
    """The one folded name of a counted thing ("hộ dân" is "ho")."""
    return _KEPT.get(noun, noun)


@lru_cache(maxsize=512)
def measure_of(text: str | None) -> Measure | None:
    """What a measure such as "tỷ đồng", "%", "nghìn lượt khách", "kg/người" means; None for none.

    >>> measure_of("tỷ đồng").factor, measure_of("Hộ").noun
    (1000000000.0, 'ho')
    """
    folded = fold(text or "")
    if not folded:
        return None
    if folded.startswith(("%", "phan tram", "ty le")):
        return Measure(PERCENT, 1, "%")
    name, _, each = folded.partition("/")
    name, *others = _EITHER.split(name)
    words = name.split()
    factor = 1.0
    if lower(clean(text or "")).startswith("trạm"):
        return Measure(COUNT, factor, name, each)  # a station, and no hundred of anything
    while words and words[0] in _SCALES:
        factor *= _SCALES[words.pop(0)]
    noun = " ".join(words)
    if noun in _DONG or (not noun and factor > 1):
        return Measure(MONEY, factor, "dong", each)
    return Measure(COUNT, factor, kept_noun(noun), each, tuple(map(kept_noun, others)))


_EITHER: Final = re.compile(r" ?[,;] ?| va | hoac ")


def counts_whole(text: str | None) -> bool:
    """Whether the measure counts people or things one by one, so that half of one is a slip.

    >>> counts_whole("đảng viên"), counts_whole("nghìn lượt khách"), counts_whole("bác sĩ/vạn dân")
    (True, False, False)
    """
    measure = measure_of(text)
    if measure is None or measure.kind != COUNT or measure.factor != 1 or "/" in (text or ""):
        return False
    noun = measure.noun
    return noun in _PEOPLE or (noun in COUNTED and noun not in _PARTED)


def counts_people(noun: str) -> bool:
    """Whether a folded noun is one for people: "hoi vien", "nguoi"."""
    return noun in _PEOPLE or noun in _CHILDREN or " ".join(noun.split()[:2]) in _PEOPLE


@lru_cache(maxsize=2048)
def counts_the_same(noun: str, measure: Measure) -> bool:
    """Whether a counted noun (folded) is what the measure counts."""
    if measure.kind != COUNT:
        return False
    for other in measure.also:
        if counts_the_same(noun, measure._replace(noun=other, also=())):
            return True
    if noun.startswith(("cai ", "chiec ")) and noun.split(" ", 1)[1] == measure.noun:
        return True
    kept = kept_noun(noun)
    if noun in short_forms(measure.noun):
        return True
    if kept == measure.noun or _is_kind_of(kept, measure.noun) or _is_kind_of(measure.noun, kept):
        return True
    if noun in ("cai", "chiec") and measure.noun in _THINGS:
        return True
    if stands_for(noun, measure.noun, people=counts_people(measure.noun)):
        return True
    if measure.noun in _CHILDREN | {"hoc sinh"} and noun in _CHILDREN:
        return True
    if measure.noun == "nguoi" and noun in _PEOPLE:
        return True
    return noun in _PERSON and counts_people(measure.noun)


def _is_kind_of(noun: str, wider: str) -> bool:
    """ "hộ nghèo" are hộ; "hồ sơ" are not, though it folds alike."""
    return noun.startswith(wider + " ") and noun not in _WHOLE


# Nouns that do not count what their first syllable counts ("trường hợp" are no trường).
_WHOLE: Final = frozenset(
    fold(noun)
    for noun in (
        "hồ sơ", "tổ chức", "đơn vị", "trường hợp", "hội viên", "hội nghị", "đoàn viên", "cá nhân",
        "bản án", "tổ viên", "tổ trưởng", "tổ phó", "xã viên", "ban ngành", "mẫu số",
        "câu lạc bộ", "thành viên",
    )
)  # fmt: skip


def convert(value: float, scale: int, measure: Measure) -> float | None:
    """An amount said in ones (with the scale that was said) in the measure, None if unlikely.

    Money said with a scale is converted; a figure without one is taken in the measure itself.
    """
    if scale == 1:
        return value
    if scale == 1000 and measure.kind == MONEY and measure.factor > 1e6:
        return None  # "20 nghìn" of a target in tỷ: nghìn đồng, or nghìn tỷ?
    converted = round(value / measure.factor, 6)
    return converted if converted >= 0.0001 or value == 0 else None
