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
    "Mật: văn bản số 12",
    "CT05 sản lượng ong 30 lít\nMẬT\nkế hoạch bảo vệ",
    "Công văn Mật số 12",
    "văn bản số 5 - Mật",
    "TOI MAT\nke hoach bao ve",
    "TUYET MAT - quy hoach can bo",
    "(TOI MAT) phuong an",
    "cong van 12-CV/TU do mat: toi mat",
    "DANH SÁCH ĐẢNG VIÊN MẬT",
    "CÔNG VĂN MẬT GỬI ÔNG MẬT",
    "TÀI LIỆU MẬT CỦA ÔNG NGUYỄN VĂN MẬT",
    "PHƯƠNG ÁN BẢO VỆ LÊ DUẨN - MẬT",
]
MARKED_NAMES = [
    "TOI_MAT_danh_sach.pdf",
    "TOI-MAT.docx",
    "tai_lieu_mat.docx",
    "van_ban_tuyet_mat.pdf",
    "danh-sach (mat).xlsx",
    "Mật - quy hoạch.pdf",
    "danh_sách_mật.pdf",
    "Công văn MẬT 12.pdf",
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
    "hom qua toi mat dien thoai nen bao cham, CT12 thu 250.500",
    "do mat mua nen CT05 chi dat 1.200",
    "do mat dien nen bao tre. CT12 thu 12.500",
    "ly do mat: toi mat dien thoai, so 12/QD-UBND",
    "HOM QUA TOI MAT DIEN THOAI NEN BAO CHAM",
    "TOI MAT DIEN THOAI, CT12 250 TY",
    "mat dien thoai",
    "mat mua",
    "tai lieu mat roi, em gui lai",
    "toi mat the, CT12 thu 12.500",
    "CT05 đạt 120 lít (mật)",
    "CT05 đạt 30 kg (mật)",
    "CT05 30 LÍT MẬT",
    "CT05 sản lượng ong:\nMật, sáp 30 kg",
    "Mật: thu được 30 lít",
    "Sản phẩm OCOP: mật",
    "loại mật này 30 lít",
    "nấu 3 loại mật",
    "thu hoạch: mật.",
    "họp buổi tối. Mật độ dân cư cao",
    "buổi tối mật độ xe đông",
    "nồng độ mật 80%",
    "hồ sơ mật rỉ đường",
    "hộ ông Nguyễn Văn - Mật",
    "Mật, Lan, Hùng đã nộp",
    "Mật: đã nộp",
    "bí thư chi bộ: Mật.",
    "danh sách Mật nộp",
    "HỘ NGUYỄN VĂN MẬT ĐÃ NHẬN 60%",
    "NV07 HỘ ÔNG MẬT ĐÃ NHẬN TIỀN",
    "NV07: BÀ TRẦN THỊ MẬT CHƯA KÝ",
    "ĐỒNG CHÍ LÊ MẬT NỘP HỒ SƠ",
    "NV07 ÔNG MẬT VĂN HÙNG ĐÃ NHẬN",
]
ORDINARY_NAMES = [
    "MAT TRAN TO QUOC.docx",
    "ban-do-mat-bang.pdf",
    "giai_phong_mat_bang.jpg",
    "bao cao mat do.pdf",
    "danh sach mat tran.xlsx",
    "danh_sach_mat_viec.xlsx",
    "danh sach mat mua.pdf",
    "anh hien truong do mat lua.jpg",
    "ds mat viec.xlsx",
    "toi mat CCCD.pdf",
    "TOI MAT CCCD.pdf",
    "van_ban_mat_dau.pdf",
    "don xin cap lai the do mat the.pdf",
    "ho so do mat tich.pdf",
    "cong_van_mat_chu_ky.pdf",
]


@pytest.mark.parametrize("text", MARKED)
def test_a_mark_is_seen(text: str) -> None:
    assert bears_mark(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_word_passes(text: str) -> None:
    assert not bears_mark(text)


@pytest.mark.parametrize("name", MARKED_NAMES)
def test_a_mark_is_seen_in_the_name_of_a_file(name: str) -> None:
    raw = json.dumps({"message": {"document": {"file_name": name}, "caption": "NV07 60%"}})
    assert json.loads(masked(raw))["message"] == {
        "document": {"file_name": MASK},
        "caption": "NV07 60%",
    }


@pytest.mark.parametrize("name", ORDINARY_NAMES)
def test_an_ordinary_name_of_a_file_passes(name: str) -> None:
    raw = json.dumps({"message": {"document": {"file_name": name}}})
    assert masked(raw) == raw


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
