"""The screens of people and phones that change: who refuses, comes late, hands over, is removed."""

from __future__ import annotations

from sandbox.stage import PEOPLE, Stage, write_committee
from sandbox.world.model import Message
from tests.stories.conftest import Play
from tests.stories.screens import Walk, faults_of


class Round:
    """Walks of several people on one stage; `faults` are those of every screen of each."""

    def __init__(self, on: Stage) -> None:
        self.on = on
        self.walks: dict[str, Walk] = {}

    def walk(self, code: str) -> Walk:
        if code not in self.walks:
            self.walks[code] = Walk(self.on.platform, self.on.phone(code), code)
        return self.walks[code]

    async def goes(self, code: str, *acts: str) -> Message:
        """The acts of one person after another; what others made come before them is read first."""
        await self.reads()
        walk = self.walk(code)
        for act in acts:
            if not await walk.act(act):
                walk.faults.append(f"{code}: nothing is called {act!r}\n{walk.last and walk.last}")
        assert walk.last is not None
        return walk.last

    async def joins(self, *codes: str) -> None:
        for code in codes:
            await self.goes(code, (await self.on.invite(code))["code"], "=dong y")

    async def reads(self) -> list[str]:
        """What nobody asked for, on every phone; a plain phone shows it like anything else."""
        await self.on.move(seconds=61)
        told: list[str] = []
        for code, walk in self.walks.items():
            for message in walk.phone.arrived:
                told.append(message.text)
                walk.faults += [
                    f"{code}: told: {fault}\n{message.text}" for fault in faults_of(message)
                ]
                walk.last = message
            walk.phone.arrived.clear()
        return told

    async def ends(self, *telling: str) -> None:
        """Reads the rest; each of these words must have been told to somebody by now."""
        told = "\n\n".join(await self.reads())
        faults = [fault for walk in self.walks.values() for fault in walk.faults]
        faults += [f"nobody was told {words!r}" for words in telling if words not in told]
        assert not faults, f"{len(faults)} faults:\n\n" + "\n\n".join(dict.fromkeys(faults))


async def test_who_refuses_hears_nothing_until_they_come_back(play: Play) -> None:
    async with play() as on:
        round_ = Round(on)
        await round_.joins("VP")
        code = (await on.invite("LAN"))["code"]
        before = (code, "xem đã", "3", "có", "CT12 60%", "menu", "hủy", "=khong dong")
        await round_.goes("LAN", *before)
        await round_.goes("LAN", "việc", "CT12 60%", "không đồng ý", "cài đặt", "xin chào", code)
        await on.move(days=1, at="07:30")
        assert not on.phone("LAN").arrived
        await round_.goes("LAN", "đồng ý", "CT12 60 tỷ", code)
        await round_.ends()


async def test_strangers_and_codes_that_are_no_good(play: Play) -> None:
    async with play() as on:
        round_ = Round(on)
        await round_.joins("QT", "LAN")
        used = (await on.invite("HAI"))["code"]
        await round_.goes("HAI", used, "=dong y", used)
        await round_.goes("LẠ", "xin chào")
        wrong = ("ABCDE-22345", used, "mã của tôi là ABCDE 22345", "ABCDE22346", "ABCDE22347")
        await round_.goes("LẠ", *wrong, "ABCDE22348")
        await round_.goes("BT", (await on.invite("BT"))["code"])
        late = (await on.invite("TAM"))["code"]
        await on.move(days=15, at="09:00")
        assert "không dùng được" in (await round_.goes("TAM", late)).text
        await round_.ends()


async def test_a_new_a_shared_and_a_lost_phone_and_the_wrong_person(play: Play) -> None:
    async with play() as on:
        round_ = Round(on)
        await round_.joins("QT", "VP", "TAM", "LAN")
        await round_.goes("LAN", "tôi mất điện thoại", "=nho van")
        said = await round_.goes("VP", "=cap ma")
        code = said.text.split("\n")[0].rpartition(" ")[2]
        await round_.goes("LAN-2", code, "việc", "cài đặt", "=thong tin", "=chi giu", "CT12 60 tỷ")
        await round_.goes("LAN", "việc")
        hai = (await on.invite("HAI"))["code"]
        await round_.goes("LAN-2", hai, "=giu nguyen", hai, "=chuyen khung", "=dong y", "việc")
        await round_.goes("LAN-2", "máy này dùng chung", "tôi không phải anh Hai", "=toi la")
        await round_.goes("LAN-2", "tôi không phải anh Hai", "=toi khong", "việc")
        await round_.goes("VP", "cán bộ Hai", "=cap ma")
        code = (await on.invite("LAN"))["code"]
        await round_.goes("BT", code, "nhầm người", "=toi khong")
        await round_.goes("BT", (await on.invite("BT"))["code"], "không phải tôi", "=toi la", "1")
        await round_.ends()


async def test_who_sees_that_somebody_else_has_joined_takes_the_chat_back(play: Play) -> None:
    async with play() as on:
        round_ = Round(on)
        await round_.joins("VP", "TAM", "LAN")
        await round_.goes("TAM", "=khong phai")
        await round_.goes("LAN", "việc")
        said = await round_.goes("VP", "=cap ma")
        code = said.text.split("\n")[0].rpartition(" ")[2]
        await round_.goes("LAN-2", code, "=dong y", "CT12 60 tỷ")
        await round_.goes("VP", "cán bộ Lan", "=khong phai", "=go khung", "=cap ma")
        await round_.ends()


async def test_who_is_removed_is_a_stranger_and_their_work_goes_on(play: Play) -> None:
    async with play() as on:
        round_ = Round(on)
        await round_.joins("VP", "TAM", "LAN")
        await round_.goes("LAN", "CT12 60 tỷ")
        left = "".join(
            line + (",08/06/2021\n" if line.startswith("LAN,") else ",\n")
            for line in PEOPLE.replace("vai trò", "vai trò,đến ngày", 1).splitlines()
        ).replace("đến ngày,\n", "đến ngày\n", 1)
        folder = write_committee(on.service.data_dir.parent / "left", can_bo=left)
        await on.service.command("import", str(folder))
        nothing = (
            "Đồng chí Lê Thị Hoàng Lan hiện không giữ chức vụ nào trong danh sách, nên ở đây không"
            " có việc để xem hay báo cáo. Nếu chưa đúng, xin liên hệ Văn phòng Thành ủy. Đồng chí"
            " có thể chọn:\n\n1. Thông tin đang lưu về tôi\n2. Thôi nhận nhắc việc ở đây"
        )
        for typed in ("việc", "CT12 61 tỷ", "menu", "CT12", "60%", "tôi chuyển công tác"):
            assert (await round_.goes("LAN", typed)).text == nothing
        said = await round_.goes("LAN", "=thong tin")
        assert "Chức vụ: không giữ chức vụ nào" in said.text
        await round_.goes("LAN", "tôi không phải Lan", "=toi la", "việc", "=thoi nhan", "=thoi")
        assert "60/400 tỷ đồng" in (await round_.goes("TAM", "CT12", "việc")).text
        said = await round_.goes("VP", "cán bộ Lan")
        assert said.text.startswith("Lê Thị Hoàng Lan\nKhông giữ chức vụ nào trong danh sách\n")
        await round_.goes("VP", "đơn vị", "=dang uy", "cán bộ", "=danh sach")
        await on.move(at="07:30", days=1)
        await round_.ends("Kính gửi đồng chí Tâm, có 1 nội dung cần báo cáo")
