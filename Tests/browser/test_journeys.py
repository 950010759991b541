# SPDX-License-Identifier: MIT
"""J1 and J4 with three people at three browsers, each of whom sees the others' acts without reloading."""

import re

from playwright.sync_api import expect

from journeys import record, report_missing


def test_a_child_does_not_come_home_and_is_brought_back(signed_in, picture):
    carer = signed_in("carer", width=390, height=844)
    police = signed_in("duty-inspector")
    worker = signed_in("social-worker")
    name, episode, taps = report_missing(carer)
    assert taps < 12
    picture(carer, "report-sent-phone")
    for page in (police, worker):
        row = page.locator(".rows .row").filter(has_text=name)
        expect(row).to_be_visible()
        expect(row.get_by_text("Not yet classified by police")).to_be_visible()

    carer.goto(episode)
    worker.goto(episode)
    record(police, episode, "classified", choose=["Missing"], write={"Why": "Out of character for them."})
    for page in (carer, worker):
        expect(page.locator("ol.time").get_by_text("classified as missing")).to_be_visible()
    record(police, episode, "risk-graded", choose=["High"], write={"Why": "Known exploitation."})
    expect(carer.get_by_text("High risk").first).to_be_visible()
    picture(worker, "episode")

    police.goto(episode)
    record(worker, episode, "notified", choose=["Independent reviewing officer", "Phone"])
    expect(police.locator("ol.time").get_by_text("told independent reviewing officer")).to_be_visible()
    police.goto(episode)
    record(police, episode, "located", choose=["Yes"], write={"Where found": "Market Street car park"})
    expect(carer.get_by_text("Located, not back").first).to_be_visible()
    worker.goto(episode)
    record(carer, episode, "returned", choose=["Placement"])
    expect(worker.get_by_role("heading", level=1)).to_have_text(re.compile("is back after"))
    record(police, episode, "safe-and-well-checked")
    record(worker, episode, "interview-offered")
    expect(worker.locator("ol.time").get_by_text("return interview was offered")).to_be_visible()


def test_police_call_it_absent_review_it_and_reclassify_it(signed_in):
    carer, police, worker = signed_in("carer"), signed_in("duty-inspector"), signed_in("social-worker")
    name, episode, _ = report_missing(carer, urgent=True)
    record(police, episode, "classified", choose=["Absent"], write={"Why": "With their aunt, who is known."})
    absent = worker.locator("section").filter(has=worker.get_by_role("heading", name="Absent now"))
    expect(absent.get_by_text(name)).to_be_visible()
    police.goto(f"{episode}/add/review-agreed")
    police.get_by_label("In 2 hours").first.check()
    police.locator("form#act button.btn").click()
    expect(police.locator("ol.time").get_by_text("agreed the next review")).to_be_visible()
    record(police, episode, "reviewed", write={"Result": "Not at the aunt's."})
    record(police, episode, "reclassified", choose=["Missing"], write={"Why": "The aunt has not seen them."})
    missing = worker.locator("section").filter(has=worker.get_by_role("heading", name="Missing now"))
    expect(missing.get_by_text(name)).to_be_visible()
    record(carer, episode, "returned", choose=["Placement"])
