"""What is said of a picture after it was sent."""

from __future__ import annotations

import pytest

from domain.evidence_words import OfEvidence, of_evidence

WRONG, GONE, NV46 = OfEvidence(), OfEvidence(gone=True), OfEvidence("NV46")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sai, ảnh đó của nv46", NV46),
        ("sai, anh do cua nv46", NV46),
        ("ảnh này của NV46", NV46),
        ("nhầm rồi, ảnh đó là của nhiệm vụ 46 nhé", NV46),
        ("chuyển ảnh sang nv46 giúp em", NV46),
        ("ảnh đó của NV46 chứ không phải NV11", NV46),
        ("ảnh NV46", NV46),
        ("ảnh nhầm", WRONG),
        ("gửi nhầm ảnh", WRONG),
        ("dạ em gởi nhầm hình rồi ạ", WRONG),
        ("ảnh đó không phải của nv11", WRONG),
        ("gửi nhầm ảnh vào nv11", WRONG),
        ("gui nham anh roi, xoa giup", GONE),
        ("xóa ảnh vừa gửi giúp em", GONE),
        ("bỏ ảnh khỏi NV11", GONE),
        # Something else.
        ("sai, 70%", None),
        ("nv46 80%", None),
        ("ảnh NV46 60%", None),
        ("ảnh của nv46 và nv47", None),
        ("anh Ba nhầm", None),
        ("anh xoa giup em", None),
        ("nhầm rồi anh ơi", None),
        ("đã chụp ảnh hiện trường", None),
        ("nv46 đã nộp văn bản", None),
        ("báo nhầm số liệu", None),
    ],
)
def test_whose_it_is_or_that_it_was_the_wrong_one(text: str, said: OfEvidence | None) -> None:
    assert of_evidence(text) == said
