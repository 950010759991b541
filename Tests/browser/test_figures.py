# SPDX-License-Identifier: MIT
"""J9: the figures of the area, worked out from the record, and what is handed on of them."""

import csv
import io

from playwright.sync_api import expect


def rows_of(page, link):
    with page.expect_download() as download:
        page.get_by_role("link", name=link).click()
    return list(csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8"))))


def test_a_manager_reads_the_weeks_and_the_years_figures_and_takes_out_the_return(signed_in, picture, accessibility_faults):
    page = signed_in("team-manager")
    page.goto("/")
    page.locator("details.sections summary").click()
    page.get_by_role("link", name="Figures", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Figures")
    page.get_by_label("Since 1 April").check()
    page.get_by_role("button", name="Show these figures").click()
    expect(page.get_by_text("Interviews held within 72 hours").first).to_be_visible()
    assert accessibility_faults(page) == []
    picture(page, "figures")

    told = page.locator("dl.figures .card").filter(has_text="Missing").first.locator("b").inner_text()
    table = rows_of(page, "These figures as a table")
    assert table[0] == ["figure", "from", "to", "band", "kind", "episodes", "children"]
    missing = [row for row in table if row[0] == "kind" and row[3] == "Missing" and row[4] == "all"]
    assert [row[5] for row in missing] == [told.replace(",", "")]

    returned = rows_of(page, "The Missing table of the SSDA903 return")
    assert returned[0] == ["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"]
    assert len(returned) > 10
    assert {row[2] for row in returned[1:]} <= {"M", "A"}

    page.goto("/figures?for=week")
    expect(page.get_by_text("Nobody counted by hand")).to_be_visible()


def test_an_analyst_sees_counts_and_no_child(signed_in, accessibility_faults):
    page = signed_in("analyst", width=390, height=844)
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Figures")
    assert page.locator("a[href^='/children/']").count() == 0
    expect(page.get_by_role("link", name="SSDA903")).to_have_count(0)
    assert accessibility_faults(page) == []


def test_dates_that_cannot_be_used_are_said_and_kept(signed_in):
    page = signed_in("analyst")
    page.goto("/figures?for=dates&from=2026-06-30&to=2026-06-01")
    expect(page.get_by_role("alert").get_by_text("The last date is before the first.")).to_be_visible()
    assert page.get_by_label("From").input_value() == "2026-06-01"
