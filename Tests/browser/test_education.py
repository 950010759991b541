# SPDX-License-Identifier: MIT
"""J7: a pupil stops coming to school, from the first morning to the fifth week, and what each of three people does."""

import re

import pytest
from playwright.sync_api import expect

from journeys import record
from moments import Moments

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def moments(tmp_path, chromium):
    return Moments(tmp_path, chromium)


def is_sound(page, faults):
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_pupil_stops_coming_from_the_first_morning_to_the_fifth_week(moments, accessibility_faults, picture):
    with moments.at("2026-09-14T09:35"):
        school = moments.sign_in("Nora Quist", **PHONE)
        school.goto("/school")
        is_sound(school, accessibility_faults)
        picture(school, "school-list-phone")
        pupil = school.locator("li.pupil").filter(has=school.get_by_role("button", name="Not here today")).filter(
            has_text=re.compile(r", 1[2-6]\b")
        ).first
        name = pupil.locator("b.name").inner_text().split(",")[0]
        pupil.get_by_role("button", name="Not here today").click()
        expect(school.get_by_text(f"{name}: not here today.")).to_be_visible()
        school.get_by_role("link", name="Have you reached the parents?").click()
        is_sound(school, accessibility_faults)
        school.get_by_label("Tried, no answer").check()
        school.get_by_label("They do not know where the child is").check()
        school.get_by_role("button", name="Write it down").click()
        expect(school.locator("ol.steps li.now")).to_contain_text("Day one")
        case = school.url.replace(moments.demo.address, "").split("?")[0].split("#")[0]
        is_sound(school, accessibility_faults)
        picture(school, "education-case-phone")
        for question in school.locator("fieldset").filter(has=school.get_by_label("Not known")).all():
            question.get_by_label("No", exact=True).check()
        school.get_by_role("button", name="Record the answers").click()
        expect(school.get_by_text("none of the seven holds", exact=False).first).to_be_visible()

    episode = case.removesuffix("/education")
    with moments.at("2026-09-17T10:00"):
        school = moments.sign_in("Nora Quist")
        school.goto("/education")
        row = school.locator("li.row").filter(has_text=name)
        expect(row).to_contain_text("School day 4")
        picture(school, "education-school")
        school.goto(case)
        school.get_by_role("link", name=re.compile("Friends, and their parents")).click()
        school.get_by_label(re.compile("^Result")).fill("Nobody has heard from them since Friday.")
        school.locator("form#act button.btn").click()
        school.goto(case)
        expect(school.get_by_text("Nobody has heard from them since Friday.").first).to_be_visible()
        record(school, episode, "referred", choose=["Education welfare"])
        school.goto(f"{episode}/add/removed-from-roll")
        school.get_by_role("combobox").first.select_option("not-traced")
        school.locator("form#act button.btn").click()
        expect(school.locator(".guardrail, .summary-of-errors").first).to_contain_text("four weeks")

    with moments.at("2026-09-29T11:00"):
        welfare = moments.sign_in("Farida Noor")
        welfare.goto("/education")
        is_sound(welfare, accessibility_faults)
        picture(welfare, "education")
        weeks = welfare.locator("section").filter(has=welfare.get_by_role("heading", name="To the end of week four"))
        weeks.get_by_role("link", name=re.compile(name)).first.click()
        welfare.get_by_role("link", name=re.compile("A visit to the home")).click()
        welfare.get_by_label(re.compile("^Result")).fill("Empty; a neighbour saw a van.")
        welfare.locator("form#act button.btn").click()
        record(welfare, episode, "referred", choose=["Multi-agency safeguarding hub"])
        welfare.goto(case)
        expect(welfare.locator("p.lead .tag").filter(has_text="Referred")).to_be_visible()
        is_sound(welfare, accessibility_faults)
        picture(welfare, "education-case")

    with moments.at("2026-10-14T09:30"):
        tracing = moments.sign_in("Owen Darby")
        tracing.goto("/education")
        beyond = tracing.locator("section").filter(has=tracing.get_by_role("heading", name="Beyond four weeks"))
        beyond.get_by_role("link", name=re.compile(name)).first.click()
        expect(tracing.locator("#roll")).to_contain_text("a lawful ground is needed")
        record(tracing, episode, "pupil-traced", write={"Result": "On the roll of another school since Monday."})
        tracing.goto(case)
        expect(tracing.get_by_text("Tell every agency concerned", exact=False).first).to_be_visible()
        record(tracing, episode, "notified", choose=["School"])
        record(tracing, episode, "case-closed", choose=["At another school"])
        tracing.goto(case)
        expect(tracing.get_by_text("At another school").first).to_be_visible()
        tracing.goto("/education")
        expect(tracing.locator("li.row").filter(has_text=name)).to_have_count(0)


def test_a_pupil_is_seen_in_the_morning_and_gone_after_lunch(signed_in, accessibility_faults, picture):
    school = signed_in("school", **PHONE)
    school.goto("/school")
    pupil = school.locator("li.pupil").filter(has=school.get_by_role("link", name="Was here and is gone")).first
    name = pupil.locator("b.name").inner_text().split(",")[0]
    pupil.get_by_role("link", name="Was here and is gone").click()
    is_sound(school, accessibility_faults)
    picture(school, "school-gone-phone")
    school.get_by_role("button", name="Record that the child is gone").click()
    expect(school.get_by_role("alert")).to_contain_text("Say where")
    school.get_by_label("Where?").fill("By the side gate")
    school.get_by_label("Only the day is known").check()
    school.get_by_role("button", name="Record that the child is gone").click()
    expect(school.get_by_role("heading", level=1)).to_contain_text(name)
    police = signed_in("duty-inspector")
    expect(police.locator(".rows .row").filter(has_text=name).first).to_be_visible()
    school.goto("/education")
    expect(school.get_by_label("Gone in the school day")).to_contain_text(name)


def test_a_school_sees_its_own_pupils_and_no_more(signed_in):
    school = signed_in("school")
    school.goto("/education")
    names = [each.inner_text().split(",")[0] for each in school.locator("a.name").all()]
    assert names
    other = signed_in("cme-officer")
    other.goto("/education")
    assert other.locator("a.name").count() >= len(names)
    for address in ("/placements", "/offers", "/alerts"):
        assert school.request.get(address).status == 404
