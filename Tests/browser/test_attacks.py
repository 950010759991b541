# SPDX-License-Identifier: MIT
"""What only a browser can tell of an attack: whether script that was typed runs, and whether a cleaned picture still shows."""

import re
import struct
import zlib

PLANTED = "planted'\"><img src=x onerror=\"window.hit=1\"></textarea><script>window.hit=1;alert(1)</script>"


def watched(page):
    """Keeps what must not happen on a page: a dialog, a request elsewhere, a script that the content policy had to stop."""
    page.happened = []

    def dismiss(dialog):
        page.happened.append(f"dialog on {page.url}: {dialog.message}")
        dialog.dismiss()

    def said(message):
        if "Content Security Policy" in message.text or "Refused to" in message.text:
            page.happened.append(f"{page.url}: {message.text}")

    page.on("dialog", dismiss)
    page.on("console", said)
    return page


def fill_everything(page):
    for box in page.locator("form#act textarea, form#act input:not([type]), form#act input[type=text]").all():
        if box.is_visible():
            box.fill(PLANTED)
    for select in page.locator("form#act select").all():
        values = [each.get_attribute("value") for each in select.locator("option").all()]
        if select.is_visible() and len(values) > 1:
            select.select_option(values[1])
    groups = set()
    for radio in page.locator("form#act input[type=radio]").all():
        name = radio.get_attribute("name")
        if name not in groups and radio.is_visible():
            radio.check()
            groups.add(name)


def test_script_that_somebody_typed_never_runs(signed_in):
    writer = watched(signed_in("social-worker"))
    links = [each.get_attribute("href") for each in writer.locator("a[href^='/children/']").all()]
    child = next(match.group(0) for each in links if (match := re.match(r"/children/\d+", each)))
    writer.goto(child)
    forms = [each.get_attribute("href") for each in writer.locator(f"a[href^='{child}/add/']").all()]
    forms = [each for each in dict.fromkeys(forms) if "corrected" not in each and "document-added" not in each]
    assert len(forms) > 3
    for form in forms[:8]:
        writer.goto(form)
        fill_everything(writer)
        writer.locator("form#act button").last.click()
        writer.wait_for_load_state("load")
        assert writer.evaluate("window.hit") is None, form
    shown = 0
    for role in ["social-worker", "duty-inspector"]:
        reader = watched(signed_in(role))
        for address in [child, f"{child}/pen-picture", "/", "/children", "/search?q=planted", f"{child}/add/note-added"]:
            reader.goto(address)
            reader.wait_for_load_state("load")
            assert reader.evaluate("window.hit") is None, address
            shown += reader.content().count("planted")
        assert reader.happened == []
    assert writer.happened == []
    assert shown > 0


def chunk(name, content):
    named = name + content
    return struct.pack(">I", len(content)) + named + struct.pack(">I", zlib.crc32(named))


def png(width, height):
    rows = b"".join(b"\0" + bytes([40, 90, 160]) * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"tEXt", b"Place\0Larch House, Eastmoor")
        + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"") + b"<script>alert(1)</script>"
    )


def test_a_photo_is_added_on_a_phone_without_scripts_and_still_shows(signed_in, accessibility_faults, picture):
    page = watched(signed_in("carer", width=320, height=640, java_script_enabled=False))
    page.goto("/children")
    child = page.locator("ul.rows a[href^='/children/']").first.get_attribute("href").split("/pen-picture")[0]
    page.goto(f"{child}/add/document-added")
    page.get_by_label("A photo of the child, for those who look for them").check()
    page.get_by_label("The file").set_input_files(
        {"name": "school.png", "mimeType": "image/png", "buffer": png(240, 320)})
    page.get_by_label("What it shows or says").fill("At the school play")
    page.get_by_role("button", name="Add it to the record").click()
    page.wait_for_load_state("load")
    assert "At the school play" in page.content()
    reader = watched(signed_in("carer"))
    for address in [child, f"{child}/pen-picture"]:
        reader.goto(address)
        image = reader.locator("img[alt^='Photo of']").first
        assert image.evaluate("each => each.complete && each.naturalWidth") == 240
        assert accessibility_faults(reader) == []
        wide = reader.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0
    picture(reader, "pen-picture-with-photo")
    source = reader.locator("img[alt^='Photo of']").first.get_attribute("src")
    kept = reader.request.get(source).body()
    assert b"Larch House" not in kept and b"script" not in kept and kept.startswith(b"\x89PNG")
    reader.goto(f"{child}/add/document-added")
    assert accessibility_faults(reader) == []
    picture(reader, "add-document")
    assert reader.happened == [] and page.happened == []
