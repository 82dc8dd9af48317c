"""The demonstration committee: its workbook is its CSV files, and its counts are the facts."""

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sandbox import cast, committee
from sandbox.committee import DATES, MARK, TABLES, Row, rows_of

TODAY = date(2021, 6, 9)
FIELDS = ("xây dựng Đảng", "kinh tế", "văn hóa - xã hội", "quốc phòng, an ninh, nội chính")
DISCREET = "không gửi qua tin nhắn"

UNITS, PEOPLE, DOCUMENTS, ASSIGNMENTS, PROGRESS = (rows_of(table.stem) for table in TABLES)


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone


def number(text: str) -> float:
    return float(text.replace(",", "."))


def targets(year: str) -> list[Row]:
    return [r for r in ASSIGNMENTS if r["loại"] == "chỉ tiêu" and r["năm"] == year]


def parents(rows: list[Row]) -> list[Row]:
    return [r for r in rows if not r["mã cấp trên"]]


def children(parent: Row) -> list[Row]:
    return [r for r in ASSIGNMENTS if r["mã cấp trên"] == parent["mã"]]


def history(code: str, unit: str, year: str = "2021") -> list[Row]:
    return [
        r for r in PROGRESS if (r["mã"], r["đơn vị"]) == (code, unit) and r["ngày"].endswith(year)
    ]


def plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y")
    return str(value).replace(".", ",") if isinstance(value, float) else str(value or "")


def read(sheet: Worksheet) -> list[Row]:
    """The rows of a sheet, without the titles above the table and the headings of groups."""
    headings = [str(cell.value) for cell in sheet[3]]
    headings = [h[0].lower() + h[1:] for h in headings]
    merged = {r.min_row for r in sheet.merged_cells.ranges}
    return [
        dict(
            zip(
                headings,
                (str(c.value) if c.value == 0 else plain(c.value) for c in row),
                strict=True,
            )
        )
        for row in sheet.iter_rows(min_row=4)
        if row[0].row not in merged
    ]


# The workbook


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_the_workbook_says_what_the_csv_files_say(table: committee.Table) -> None:
    sheet = load_workbook(committee.WORKBOOK)[table.sheet]
    assert read(sheet) == rows_of(table.stem)


def test_building_again_gives_the_very_same_file(tmp_path: Path) -> None:
    committee.build(tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == committee.WORKBOOK.read_bytes()


def test_every_sheet_is_marked_as_illustrative_and_keeps_its_headings_in_sight() -> None:
    for sheet in load_workbook(committee.WORKBOOK):
        assert sheet["A1"].value == MARK
        assert MARK.startswith("SỐ LIỆU MINH HỌA")
        assert str(sheet.freeze_panes).endswith("4")
        assert sheet.print_title_rows == "$3:$3"


def test_dates_are_real_dates_shown_day_first() -> None:
    for sheet in load_workbook(committee.WORKBOOK):
        for column in sheet.iter_cols(min_row=3):
            if str(column[0].value).lower() in DATES:
                cells = [c for c in column[1:] if c.value is not None]
                assert all(isinstance(c.value, datetime) for c in cells)
                assert all(c.number_format == "dd/mm/yyyy" for c in cells)


def test_targets_stand_under_the_headings_of_their_fields() -> None:
    sheet = load_workbook(committee.WORKBOOK)["Nhiệm vụ"]
    lines = sorted(r.min_row for r in sheet.merged_cells.ranges if r.min_row > 3)
    bands = [sheet.cell(line, 1).value for line in lines]
    assert bands[:2] == ["I. Xây dựng Đảng", "II. Kinh tế"]
    assert bands[4] == "V. Nghị quyết số 02: Thực hiện chủ trương “6 không”"
    assert len(bands) == 4 + 8 + 4


# Units, people, documents


def test_the_city_has_eight_wards_and_six_communes_below_it() -> None:
    kinds = Counter(u["loại"] for u in UNITS if u["mã"].startswith("DU-"))
    assert kinds == {"dang_uy_phuong": 8, "dang_uy_xa": 6}
    assert len(UNITS) == 30
    codes = {u["mã"] for u in UNITS}
    assert all(u["trực thuộc"] in codes for u in UNITS if u["mã"] != "TU")


def test_every_unit_has_a_lead_and_somebody_who_reports() -> None:
    roles = defaultdict(set)
    for post in PEOPLE:
        if not post["đến ngày"]:
            roles[post["đơn vị"]].add(post["vai trò"])
    assert roles["TU"] == {"thường trực"}
    assert roles["VPTU"] == {"văn phòng", "quản trị"}
    for unit in (u["mã"] for u in UNITS):
        if unit not in ("TU", "VPTU"):
            assert roles[unit] >= {"lãnh đạo đơn vị", "người báo cáo"}, unit
        if unit.startswith("DU-"):
            assert "phụ trách địa bàn" in roles[unit]


def test_sixty_five_people_hold_eighty_posts_and_agree_on_their_names() -> None:
    names = defaultdict(set)
    for post in PEOPLE:
        names[post["mã"]].add(post["họ và tên"])
    assert tuple(sorted(names)) == cast.PEOPLE
    assert len(PEOPLE) == 80
    assert all(len(each) == 1 for each in names.values())
    assert len({name for each in names.values() for name in each}) == 65
    overseers = {p["mã"] for p in PEOPLE if p["chức vụ"].startswith("Ủy viên Ban Thường vụ")}
    assert len(overseers) == 4


def test_telephones_are_plainly_invented() -> None:
    assert {p["điện thoại công vụ"][:10] for p in PEOPLE} == {"0900 000 0", ""}


def test_the_documents_are_those_that_are_known_and_no_date_is_invented() -> None:
    assert [d["số ký hiệu"] for d in DOCUMENTS if d["số ký hiệu"]] == [
        "Nghị quyết số 01",
        *(f"Chương trình số {n}" for n in ("01", "02", "03", "04", "10")),
        "Nghị quyết số 02",
        "Nghị quyết số 04",
    ]
    assert len(DOCUMENTS) == 13
    assert not any(d["ngày ban hành"] for d in DOCUMENTS)
    codes = {d["mã"] for d in DOCUMENTS}
    assert {d["căn cứ"] for d in DOCUMENTS} - {""} <= codes


# Assignments


@pytest.mark.parametrize(
    ("year", "total", "by_field"), [("2021", 45, (9, 12, 13, 11)), ("2020", 36, (8, 10, 11, 7))]
)
def test_targets_of_a_year_by_field(year: str, total: int, by_field: tuple[int, ...]) -> None:
    own = parents(targets(year))
    assert [t["mã"] for t in own] == [f"CT{n:02d}" for n in range(1, total + 1)]
    assert tuple(Counter(t["lĩnh vực"] for t in own)[field] for field in FIELDS) == by_field


def test_defence_and_security_are_a_code_a_plain_name_and_a_deadline() -> None:
    allowed = {"mã", "loại", "nội dung", "năm", "văn bản", "lĩnh vực", "đơn vị chủ trì"}
    allowed |= {"thời hạn hoàn thành", DISCREET}
    discreet = [r for r in ASSIGNMENTS if r[DISCREET] == "có"]
    assert discreet == [r for r in ASSIGNMENTS if r["lĩnh vực"] == FIELDS[3]]
    assert Counter((r["loại"], r["năm"]) for r in discreet) == {
        ("chỉ tiêu", "2021"): 11,
        ("nhiệm vụ", "2021"): 3,
        ("chỉ tiêu", "2020"): 7,
    }
    for row in discreet:
        assert {heading for heading, text in row.items() if text} == allowed
        assert history(row["mã"], row["đơn vị chủ trì"]) == []


def test_a_year_a_code_and_a_unit_name_one_assignment() -> None:
    keys = Counter((r["năm"], r["mã"], r["đơn vị chủ trì"]) for r in ASSIGNMENTS)
    assert max(keys.values()) == 1


def test_eighty_tasks_come_from_the_programmes_and_resolutions() -> None:
    tasks = [r for r in ASSIGNMENTS if r["loại"] == "nhiệm vụ"]
    assert len(parents(tasks)) == 80
    assert len(tasks) == 156
    assert set(Counter(t["văn bản"] for t in parents(tasks))) == {
        "NQ-02",
        "NQ-04",
        "NQ-TINH-2021",
        *(f"CTr-{n}" for n in ("01", "02", "03", "04", "10")),
    }
    assert Counter(t["văn bản"] for t in tasks)["NQ-TINH-2021"] == 8
    committees = {u["mã"] for u in UNITS if u["mã"].startswith("DU-")}
    assert committees <= {t["đơn vị chủ trì"] for t in parents(tasks)}


def test_every_name_that_an_assignment_uses_is_known() -> None:
    units, people = {u["mã"] for u in UNITS}, {p["mã"] for p in PEOPLE}
    titles = {(p["đơn vị"], p["chức vụ"]) for p in PEOPLE}
    documents = {d["mã"] for d in DOCUMENTS}
    for row in ASSIGNMENTS:
        unit = row["đơn vị chủ trì"]
        assert unit in units
        assert row["văn bản"] in documents
        assert row["lãnh đạo phụ trách"] in people | {""}
        for other in (row["đơn vị phối hợp"] + ";" + row["theo dõi"]).split(";"):
            assert other.strip() in units | {""}
            assert other.strip() != unit
        for doer in filter(None, row["người thực hiện"].split("; ")):
            assert doer in people or (unit, doer) in titles, (row["mã"], unit, doer)


def test_twelve_targets_and_six_tasks_are_given_on_to_the_committees() -> None:
    cascaded = {(r["mã"], r["loại"]) for r in ASSIGNMENTS if r["mã cấp trên"]}
    assert Counter(kind for _, kind in cascaded) == {"chỉ tiêu": 12, "nhiệm vụ": 6}
    sizes = Counter(len(children(p)) for p in parents(ASSIGNMENTS) if p["cách tổng hợp"])
    assert sizes == {14: 16, 6: 2}
    for row in ASSIGNMENTS:
        assert row["mã cấp trên"] in ("", row["mã"])


def test_the_plans_of_the_children_make_the_plan_of_the_parent() -> None:
    for parent in parents(targets("2021")):
        below = children(parent)
        if not below:
            continue
        plans = [number(c["kế hoạch năm"]) for c in below]
        weights = [number(c["trọng số"]) for c in below]
        if parent["cách tổng hợp"] == "tổng":
            assert sum(plans) == pytest.approx(number(parent["kế hoạch năm"])), parent["mã"]
        else:
            mean = sum(p * w for p, w in zip(plans, weights, strict=True)) / sum(weights)
            assert mean == pytest.approx(number(parent["kế hoạch năm"]), abs=0.05), parent["mã"]


def test_the_plans_of_periods_rise_to_the_plan_of_the_year() -> None:
    for row in targets("2021"):
        steps = [number(step.split("=")[1]) for step in row["kế hoạch kỳ"].split(";") if step]
        if row["hướng phấn đấu"] == "tăng" and steps:
            assert steps == sorted(steps)
            assert steps[-1] <= number(row["kế hoạch năm"])
        if "Q4" in row["kế hoạch kỳ"]:
            assert steps[-1] == number(row["kế hoạch năm"])


def test_deadlines_lie_on_every_side_of_the_ninth_of_june() -> None:
    done = {(r["mã"], r["đơn vị"]) for r in PROGRESS if r["phần trăm"] == "100"}
    waiting = Counter(
        (day(r["thời hạn hoàn thành"]) - TODAY).days
        for r in ASSIGNMENTS
        if r["năm"] == "2021" and (r["mã"], r["đơn vị chủ trì"]) not in done
    )
    assert {-20, -15, -12, -9, -8, -5, -2, 0, 1, 2, 3, 7} <= set(waiting)
    assert min(waiting) == -20
    months = {day(r["thời hạn hoàn thành"]).month for r in ASSIGNMENTS}
    assert set(range(5, 13)) <= months


# Progress


def test_reports_belong_to_an_assignment_and_to_somebody_then_in_the_unit() -> None:
    assignments = {(r["năm"], r["mã"], r["đơn vị chủ trì"]) for r in ASSIGNMENTS}
    for row in PROGRESS:
        assert (row["ngày"][-4:], row["mã"], row["đơn vị"]) in assignments
        if row["ngày"].endswith("2021"):
            assert any(
                post["mã"] == row["người báo cáo"]
                and post["đơn vị"] == row["đơn vị"]
                and day(post["từ ngày"]) <= day(row["ngày"])
                and (not post["đến ngày"] or day(row["ngày"]) <= day(post["đến ngày"]))
                for post in PEOPLE
            ), row


def test_reports_of_2021_are_half_a_year_of_working_days() -> None:
    days = {day(r["ngày"]) for r in PROGRESS if r["ngày"].endswith("2021")}
    assert min(days) >= date(2021, 2, 1)
    assert max(days) == date(2021, 6, 8)
    assert all(d.weekday() < 5 for d in days)
    assert not days & {date(2021, 2, 10) + timedelta(n) for n in range(7)}  # Tết


def test_a_target_is_reported_in_its_measure_and_a_task_in_percent() -> None:
    kinds = {(r["năm"], r["mã"]): r for r in parents(ASSIGNMENTS)}
    for row in PROGRESS:
        of = kinds[row["ngày"][-4:], row["mã"]]
        assert bool(row["số liệu"]) == bool(of["đơn vị tính"])
        assert bool(row["phần trăm"]) == (not of["đơn vị tính"])
        assert row["ước"] in ("", "có")


def test_cumulative_figures_and_percents_never_fall() -> None:
    for row in ASSIGNMENTS:
        if row["năm"] == "2021" and row["hướng phấn đấu"] in ("tăng", ""):
            reported = history(row["mã"], row["đơn vị chủ trì"])
            figures = [number(r["số liệu"] or r["phần trăm"]) for r in reported]
            assert figures == sorted(figures), (row["mã"], row["đơn vị chủ trì"])


def test_what_the_committees_report_never_passes_the_figure_of_the_whole_city() -> None:
    compared = 0
    for parent in parents(targets("2021")):
        if parent["cách tổng hợp"] != "tổng":
            continue
        city = {
            r["kỳ"]: number(r["số liệu"]) for r in history(parent["mã"], parent["đơn vị chủ trì"])
        }
        for period, figure in city.items():
            below = [
                number(r["số liệu"])
                for r in PROGRESS
                if (r["mã"], r["kỳ"]) == (parent["mã"], period) and r["đơn vị"].startswith("DU-")
            ]
            assert 0.5 * figure <= sum(below) <= figure + 0.05, (parent["mã"], period)
            compared += 1
    assert compared == 15


def test_two_committees_hardly_report_and_the_others_do() -> None:
    counts = Counter(r["đơn vị"] for r in PROGRESS if r["đơn vị"].startswith("DU-"))
    assert {unit for unit, count in counts.items() if count < 10} == {"DU-P6", "DU-PN"}
    assert len(counts) == 14
    assert min(count for count in counts.values() if count >= 10) > 40


def test_blockers_estimates_and_reports_by_telephone_are_there() -> None:
    assert sum("Vướng mặt bằng" in r["ghi chú"] for r in PROGRESS) >= 5
    assert sum("Thiếu kinh phí" in r["ghi chú"] for r in PROGRESS) >= 5
    assert sum(r["ước"] == "có" for r in PROGRESS) >= 15
    assert sum(r["nguồn"].startswith("Điện thoại ngày ") for r in PROGRESS) >= 50
    assert sum("-BC/ĐU ngày " in r["nguồn"] for r in PROGRESS) >= 300


def test_several_targets_are_clearly_behind_the_plan_of_their_period() -> None:
    behind = []
    for row in parents(targets("2021")):
        plans = dict(step.split("=") for step in row["kế hoạch kỳ"].split(";") if step)
        last = history(row["mã"], row["đơn vị chủ trì"])[-1:]
        half = plans.get("Q2") or plans.get("6T")
        if last and half and number(last[0]["số liệu"]) < 0.8 * number(half):
            behind.append(row["mã"])
    assert behind == ["CT06", "CT12", "CT15", "CT16", "CT18", "CT24"]


def test_2020_is_finished_and_its_results_are_last_years_figures() -> None:
    last_year = {t["nội dung"]: t["thực hiện năm trước"] for t in parents(targets("2021"))}
    for target in targets("2020"):
        (final,) = [
            r for r in history(target["mã"], target["đơn vị chủ trì"], "2020") if r["kỳ"] == "2020"
        ]
        if target[DISCREET] == "có":
            assert (final["số liệu"], final["phần trăm"]) == ("", "100")
        else:
            assert final["số liệu"] == last_year[target["nội dung"]]
            assert target["kế hoạch năm"]


# What the demonstration plays


def test_two_people_have_not_joined_and_two_thirds_of_the_rest_are_on_zalo() -> None:
    assert len(cast.NOT_JOINED) == 2
    assert set(cast.CHANNEL_OF) == set(cast.PEOPLE) - cast.NOT_JOINED
    assert Counter(cast.CHANNEL_OF.values()) == {"zalo": 42, "telegram": 21}


def test_half_of_those_who_got_the_directive_have_confirmed_it() -> None:
    directive = cast.DIRECTIVE
    assert directive.recipients == tuple(u["mã"] for u in UNITS if u["loại"].startswith("dang_uy_"))
    recipients = {
        p["mã"]
        for p in PEOPLE
        if p["đơn vị"] in directive.recipients
        and p["vai trò"] == "lãnh đạo đơn vị"
        and not p["đến ngày"]
    }
    assert recipients - cast.NOT_JOINED >= cast.ACKNOWLEDGED
    assert len(recipients) == 14
    assert len(cast.ACKNOWLEDGED) == 7
    assert directive.sent_on < TODAY < directive.confirm_by
