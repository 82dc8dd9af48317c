"""Signs of a secrecy mark are taken out before anything is kept; ordinary words pass."""

import json

import pytest

from domain.secrecy import MASK, bears_mark, masked

MARKED = [
    "MẬT",
    "TỐI MẬT",
    "Tuyệt mật",
    "tài liệu tối mật gửi đồng chí",
    "Công văn mật số 12",
    "Độ mật: MẬT",
    "M Ậ T",
    "T.Ố.I TUYỆT-MẬT",
    "TOI MAT",
    "văn bản mật về quốc phòng",
    "Mật - danh sách đảng viên",
    "Mật: danh sách đảng viên",
    "Mật",
    "(Mật)",
    "Danh sách đảng viên (Mật)",
    "danh sách đảng viên - mật",
    "[mật] quy hoạch cán bộ",
    "NV07 60%, báo cáo mật kèm theo",
    "TOI_MAT_danh_sach.pdf",
    "tai_lieu_mat.docx",
    "danh-sach (mat).xlsx",
    "Mật - quy hoạch.pdf",
    "danh_sách_mật.pdf",
]
ORDINARY = [
    "Bảo mật thông tin",
    "BẢO MẬT",
    "bí mật kinh doanh",
    "mật độ dân số 1.250 người/km2",
    "MẬT ĐỘ XÂY DỰNG",
    "mua mật ong",
    "thân mật",
    "Mặt trận Tổ quốc",
    "còn vướng mặt bằng",
    "toi mat 3 ngay",
    "CT12 60%",
    "mật khẩu",
    "bí mật đời tư",
    "hoa mật",
    "thu 120 lít mật",
    "Mật: 120 lít",
    "Mật ong 12 lít",
    "Mật độ dân số",
    "nuôi ong lấy mật, được 12 hộ",
    "báo cáo mật độ xây dựng",
    "đường mật",
    "mật mía",
    "MAT TRAN TO QUOC.docx",
    "ban-do-mat-bang.pdf",
    "giai_phong_mat_bang.jpg",
    "bao cao mat do.pdf",
    "danh sach mat tran.xlsx",
]


@pytest.mark.parametrize("text", MARKED)
def test_a_mark_is_seen(text: str) -> None:
    assert bears_mark(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_word_passes(text: str) -> None:
    assert not bears_mark(text)


@pytest.mark.parametrize("text", MARKED)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_nothing_marked_is_left_in_the_raw_update(text: str, ascii_only: bool) -> None:
    raw = json.dumps({"message": {"text": text, "chat": {"id": 5}}}, ensure_ascii=ascii_only)
    kept = json.loads(masked(raw))
    assert kept["message"] == {"text": MASK, "chat": {"id": 5}}
    assert set(kept["masked"]) == {"salt", "sha256"}


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_update_is_kept_to_the_letter(text: str) -> None:
    raw = json.dumps({"message": {"text": text}})
    assert masked(raw) == raw
