# SPDX-License-Identifier: MIT
"""The first sign-in with a password for once and a second factor, and what follows when the phone is lost."""

import io
import re
import urllib.parse

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from place import Place, code

CHOSEN = "quiet river stones"
EMAIL = "a.hale@eastmoor.example"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = Place(tmp_path_factory.mktemp("second-factor"))
    with place.served():
        place.given = place.add("social-worker", EMAIL, "Amira Hale")
        yield place


@pytest.fixture
def open_page(place, chromium):
    contexts = []

    def opened(**options):
        context = chromium.new_context(base_url=place.address, locale="en-GB", timezone_id="Europe/London", **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def give_password(page, password):
    page.goto("/")
    page.get_by_label("Email address").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_a_whole_sign_in_and_a_lost_phone(place, open_page, picture, accessibility_faults):
    page = open_page(viewport={"width": 390, "height": 844})
    give_password(page, place.given)
    expect(page.get_by_role("heading", level=1)).to_have_text("Choose your own password")
    assert accessibility_faults(page) == []
    page.get_by_label("New password").fill(CHOSEN)
    page.get_by_role("button", name="Keep this password").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second factor")
    assert accessibility_faults(page) == []
    picture(page, "second-factor-set-up")
    key = key_in_the_picture(page)
    page.get_by_text("I can’t scan it").click()
    assert page.locator("code.key").inner_text().replace(" ", "") == key
    used = code(key, -1)
    page.get_by_label("Code").fill(used)
    page.get_by_role("button", name="Set it up").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep your recovery codes")
    assert accessibility_faults(page) == []
    picture(page, "recovery-codes")
    recovery = page.locator("ol.codes code").all_inner_texts()
    assert len(set(recovery)) == 10
    page.get_by_role("link", name="I have kept them: go on").click()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()

    page.get_by_role("link", name="Amira Hale").click()
    expect(page.get_by_text("10 recovery codes left.")).to_be_visible()
    assert accessibility_faults(page) == []
    picture(page, "your-sign-in-phone")

    other = open_page()
    give_password(other, CHOSEN)
    expect(other.get_by_role("heading", level=1)).to_have_text("Show that it is you")
    assert accessibility_faults(other) == []
    other.get_by_label("Code").fill(used)
    other.get_by_role("button", name="Go on").click()
    expect(other.get_by_text("it was used already").first).to_be_visible()
    picture(other, "code-refused")
    other.get_by_label("Code").fill(recovery[0])
    other.get_by_role("button", name="Go on").click()
    expect(other.get_by_text("9 are left")).to_be_visible()
    other.get_by_role("link", name="Your sign-in").click()
    picture(other, "your-sign-in")
    rows = other.get_by_role("row").filter(has_text="Chrome on Linux")
    expect(rows).to_have_count(2)
    other.get_by_role("button", name="End this one").click()
    page.goto("/you")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in to Homeward")

    place.homeward("user", "reset-second-factor", EMAIL)
    give_password(page, CHOSEN)
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second factor")
    log = place.log.read_text()
    for secret in [place.given, CHOSEN, key, used, *recovery]:
        assert secret not in log


def key_in_the_picture(page):
    """As a phone's camera reads it."""
    png = page.locator("svg.qr").screenshot()
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))
    assert len(found) == 1
    address = urllib.parse.urlsplit(found[0].text)
    asked = dict(urllib.parse.parse_qsl(address.query))
    assert (address.scheme, address.netloc, asked["issuer"]) == ("otpauth", "totp", "Homeward Eastmoor")
    assert urllib.parse.unquote(address.path) == f"/Homeward Eastmoor:{EMAIL}"
    assert re.fullmatch("[A-Z2-7]{32}", asked["secret"])
    return asked["secret"]


def test_a_page_warns_before_the_sign_in_ends_and_leaves_when_it_has(tmp_path, chromium, picture):
    place = Place(tmp_path)
    with place.served("--idle-minutes", "5", "--second-factor", "nobody"):
        given = place.add("social-worker", EMAIL, "Amira Hale")
        context = chromium.new_context(base_url=place.address, locale="en-GB", timezone_id="Europe/London")
        page = context.new_page()
        page.clock.install()
        give_password(page, given)
        page.get_by_label("New password").fill(CHOSEN)
        page.get_by_role("button", name="Keep this password").click()
        page.goto("/protocols")
        warning = page.get_by_role("alert")
        expect(warning).to_contain_text("You will be signed out at")
        picture(page, "signed-out-soon", full_page=False)
        with page.expect_request(lambda request: request.url.endswith("/you/session")):
            page.get_by_role("button", name="Stay signed in").click()
        place.homeward("user", "sessions", "end", EMAIL)
        # What another process ends is known within seconds; the page asks each quarter of a minute.
        for _ in range(30):
            page.clock.run_for(16_000)
            page.wait_for_timeout(300)
            if "/sign-in" in page.url:
                break
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in to Homeward")
        assert page.url.endswith("/sign-in?next=%2Fprotocols")
        context.close()


def test_who_is_added_while_the_server_runs_becomes_a_worker_of_the_record(tmp_path):
    place = Place(tmp_path)
    with place.served("--second-factor", "nobody"):
        place.add("administrator", "june@eastmoor.example", "June Petty")
        place.add("social-worker", EMAIL, "Amira Hale")
        place.homeward("user", "change-role", EMAIL, "--role", "team-manager")
        listed = {row["email"]: row["role"] for row in place.homeward("user", "list")}
        assert listed == {"june@eastmoor.example": "administrator", EMAIL: "team-manager"}
        place.homeward("user", "disable", EMAIL)
        assert [row["isDisabled"] for row in place.homeward("user", "list")] == [True, False]
        place.homeward("user", "enable", EMAIL)
