# SPDX-License-Identifier: MIT
"""What goes on paper: sheets that print, PDF files that can be read, letters that are sent whole, drawings without colour."""

import io
import re

import pypdf
import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import expect

A4_POINTS = (595, 842)


def first_away(page):
    """The address of the first episode on the board."""
    page.goto("/")
    return page.locator(".rows a[href^='/episodes/']").first.get_attribute("href")


def pdf_of(page, address):
    answer = page.request.get(address)
    assert answer.status == 200
    if answer.headers["content-type"] != "application/pdf":
        pytest.skip("this machine has no weasyprint: no PDF was made")
    return answer.body()


def draw(body, name, folder):
    """Each page as a picture in grey, kept to be looked at; none of them is blank."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = pypdfium2.PdfDocument(body)
    for number in range(len(pages)):
        image = pages[number].render(scale=1.5).to_pil().convert("L")
        image.save(folder / f"{name}-{number + 1}.png")
        assert image.getextrema()[0] < 64, f"page {number + 1} of {name} is blank"
    return len(pages)


@pytest.fixture
def screens():
    from conftest import SCREENS

    return SCREENS


def test_the_police_pack_is_one_sheet_on_paper_and_fits_a_phone(signed_in, accessibility_faults, picture, screens):
    page = signed_in("duty-inspector", width=390)
    address = f"{first_away(page)}/police-pack"
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert accessibility_faults(page) == []
    picture(page, "police-pack-phone")
    name = page.locator(".police-pack h1").inner_text().split(",")[0]
    body = pdf_of(page, f"{address}/pdf")
    reader = pypdf.PdfReader(io.BytesIO(body))
    text = "\n".join(each.extract_text() for each in reader.pages)
    assert name in text and "Whom to ring" in text and "Not known" in text
    size = reader.pages[0].mediabox
    assert (round(float(size.width)), round(float(size.height))) == A4_POINTS
    assert draw(body, "police-pack-pdf", screens) <= 2
    wide = signed_in("duty-inspector")
    wide.goto(address)
    picture(wide, "police-pack")
    printed = wide.pdf(format="A4")
    assert draw(printed, "police-pack-printed", screens) <= 2


def test_a_letter_is_never_sent_with_a_place_left_open(signed_in, accessibility_faults, picture, screens):
    page = signed_in("social-worker")
    episode = first_away(page)
    page.goto(f"{episode}/letters")
    assert accessibility_faults(page) == []
    links = page.locator(f"a[href^='{episode}/letters/']")
    if links.count() == 0:
        pytest.fail("the demonstration's protocol has letters")
    links.first.click()
    assert accessibility_faults(page) == []
    page.get_by_label("By post").check()
    page.get_by_label("The letter, as it will be sent").fill("Dear {child-name}, we are glad that you are back.")
    page.get_by_role("button", name="Record it as sent").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing is filled in for {child-name}")
    assert accessibility_faults(page) == []
    picture(page, "letter")
    page.get_by_label("The letter, as it will be sent").fill("Dear friend, we are glad that you are back.")
    page.get_by_role("button", name="Record it as sent").click()
    expect(page.get_by_role("status")).to_contain_text("the letter was sent")
    expect(page.locator(".letter")).to_contain_text("Dear friend, we are glad")
    picture(page, "letter-sent")
    body = pdf_of(page, page.url.split("?")[0] + "/pdf")
    assert "Dear friend, we are glad" in pypdf.PdfReader(io.BytesIO(body)).pages[0].extract_text()
    draw(body, "letter-pdf", screens)


def test_a_home_report_is_made_from_the_record_and_one_is_owed_and_one_signed(
    signed_in, accessibility_faults, picture, screens
):
    page = signed_in("team-manager")
    page.goto("/reports")
    assert accessibility_faults(page) == []
    picture(page, "reports")
    expect(page.locator("main")).to_contain_text("Owed")
    expect(page.locator("main")).to_contain_text("Signed")
    page.get_by_role("link", name="Regulation 40 report").first.click()
    assert accessibility_faults(page) == []
    picture(page, "regulation-40")
    body = pdf_of(page, f"{page.url}/pdf")
    assert "Regulation 40 report" in pypdf.PdfReader(io.BytesIO(body)).pages[0].extract_text()
    draw(body, "regulation-40-pdf", screens)


@pytest.mark.parametrize("path", ["/information", "/information/children", "/information/paper-report", "/wall", "/figures/reports/home"])
@pytest.mark.parametrize("width", [320, 1280])
def test_each_page_fits_and_has_no_accessibility_fault(signed_in, accessibility_faults, picture, path, width):
    page = signed_in("carer", width=width)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert accessibility_faults(page) == []
    if width == 1280:
        picture(page, path.strip("/").replace("/", "-"))


def test_the_wall_shows_initials_unless_told_otherwise(signed_in, picture):
    page = signed_in("duty-inspector", width=1920, height=1080)
    page.goto("/wall")
    expect(page.locator(".wall h1")).to_contain_text("missing")
    assert "Kezia" not in page.locator(".wall").inner_text()
    picture(page, "wall-large", full_page=False)
    page.get_by_role("link", name="Names", exact=True).click()
    expect(page.locator(".wall")).to_contain_text("Kezia")


def test_the_drawings_can_be_read_in_grey(signed_in, accessibility_faults, picture, screens):
    page = signed_in("social-worker")
    episode = first_away(page)
    page.goto(f"{episode}/duties")
    assert accessibility_faults(page) == []
    expect(page.get_by_role("img", name=re.compile("Duties of the first 24 hours")).first).to_be_visible()
    path = picture(page, "duty-times")
    Image.open(path).convert("L").save(screens / "duty-times-grey.png")
    page.goto(episode)
    page.locator("a[href^='/children/']").first.click()
    path = picture(page, "child-years")
    Image.open(path).convert("L").save(screens / "child-years-grey.png")
    draw(page.pdf(format="A4"), "child-printed", screens)
    phone = signed_in("social-worker", width=390)
    phone.goto(f"{episode}/duties")
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    picture(phone, "duty-times-phone")
