# SPDX-License-Identifier: MIT
"""Takes a picture of every page for docs/screens, and writes the page that lists them: `make screens`.

The demonstration stands still while its pictures are taken, so that a picture only changes when a page does. Each picture is
made small: as wide as a page of text, in few colours, and no longer than two screens.
"""

import io
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

import reading
import scenes
import twelve
from conftest import ROOT, running_browser, running_demo
from pages import MOMENT, NO_PAGE, page_of
from walk import walk_the_site

FOLDER = ROOT / "docs" / "screens"
INDEX = FOLDER / "README.md"
WIDTH, HEIGHT = 1280, 900
MOST_SCREENS = 2
# In the picture; the page itself is as wide as on a desk.
PICTURE_WIDTH = 780
COLOURS = 32
PHONE = {"width": 390, "height": 844}
# Who is shown a page first, where several are: those whose work it mostly is.
FIRST = ["carer", "duty-inspector", "social-worker", "team-manager", "interviewer", "panel-chair", "records-manager",
         "auditor", "administrator", "child", "nobody"]
# Where somebody else's page says more.
OVERRULED = {"/": "social-worker", "/for-you": "child", "/children/{child}": "social-worker", "/episodes/{episode}": "social-worker"}
# Whose pages are mostly read on a phone.
ON_A_PHONE = {"carer", "child", "nobody"}
# A child's own pages are shown in a language that runs from right to left, too.
OTHER_LANGUAGE, SPOKEN_LANGUAGE = "ar", "in Arabic"
# Pictures that other pages of the docs show, taken by hand of a part of a page.
OTHERS = {"replay-agenda.png", "replay-work.png"}


def name_of(pattern: str) -> str:
    """`child-protection` for `/children/{child}/protection`."""
    if pattern == "/":
        return "board"
    return re.sub(r"[^/]+/\{(?!secret)([^}]+)\}", r"\1", pattern.strip("/")).replace("/", "-").replace("{", "").replace("}", "")


def small(png: bytes) -> Image.Image:
    """The picture as it is kept."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    if picture.width > PICTURE_WIDTH:
        picture = picture.resize((PICTURE_WIDTH, picture.height * PICTURE_WIDTH // picture.width), Image.LANCZOS)
    return picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def take(page, size, screens=MOST_SCREENS) -> bytes:
    page.set_viewport_size(size)
    height = min(page.evaluate("document.documentElement.scrollHeight"), size["height"] * screens)
    return page.screenshot(
        full_page=True, clip={"x": 0, "y": 0, "width": size["width"], "height": height}, animations="disabled")


def in_other_language(page, one, name) -> str:
    """Takes the child's page in the other language on a phone; the page is left in the language that it was in."""
    own = page.locator("html").get_attribute("lang")
    page.goto(f"/for-you/language?to={OTHER_LANGUAGE}")
    page.goto(one.path)
    kept = f"{name}-{OTHER_LANGUAGE}-phone.png"
    small(take(page, PHONE)).save(FOLDER / kept, optimize=True)
    page.goto(f"/for-you/language?to={own}")
    return kept


def shown(walk, pattern):
    """The page by which an address is shown: the fullest of whoever stands first."""
    pages = [page for page in walk.pages if page.pattern == pattern]
    places = {role: place for place, role in enumerate(FIRST)}
    first = OVERRULED.get(pattern)
    return min(pages, key=lambda page: (
        page.role != first, not is_of(page.path, walk.kezia_pages), places.get(page.role, 99), not page.is_linked,
        -len(page.kinds), page.path))


def is_of(path, places) -> bool:
    """Whether it is one of the places, or lies under one."""
    return any(path.split("?")[0] == place or path.startswith(place + "/") for place in places)


def main() -> int:
    started = time.monotonic()
    folder = Path(tempfile.mkdtemp())
    with running_demo(folder, "--at", MOMENT, "--still") as demo, running_browser() as browser:
        walk = walk_the_site(demo, scenes.ALL)
        patterns = sorted({page.pattern for page in walk.pages})
        rows, kept = [], set(OTHERS)
        for role in sorted({page.role for page in walk.pages}):
            with page_of(demo, browser, walk.visitors[role]) as page:
                for pattern in patterns:
                    one = shown(walk, pattern)
                    if one.role != role:
                        continue
                    page.goto(one.path)
                    title = page.title().removesuffix(" - Homeward")
                    names = [name_of(pattern) + ".png"]
                    small(take(page, {"width": WIDTH, "height": HEIGHT})).save(FOLDER / names[0], optimize=True)
                    if role in ON_A_PHONE or pattern in ("/", "/children/{child}", "/episodes/{episode}"):
                        names.append(name_of(pattern) + "-phone.png")
                        small(take(page, PHONE)).save(FOLDER / names[1], optimize=True)
                    if role == "child":
                        names.append(in_other_language(page, one, name_of(pattern)))
                    kept |= set(names)
                    everybody = sorted({each.role for each in walk.pages if each.pattern == pattern})
                    rows.append((pattern, title, role, everybody, names))
        kept |= set(the_boards(walk, demo, browser))
        kept |= set(the_twelve(walk, demo, browser))
        the_reading(walk, demo, browser)
    shutil.rmtree(folder, ignore_errors=True)
    INDEX.write_text(index(sorted(rows)))
    for old in FOLDER.glob("*.png"):
        if old.name not in kept:
            old.unlink()
    total = sum(each.stat().st_size for each in FOLDER.glob("*.png"))
    print(f"{len(kept)} pictures of {len(rows)} pages, {total / 1e6:.1f} MB, in {time.monotonic() - started:.0f} s")
    return 0


def index(rows) -> str:
    lines = [
        "# Every page", "",
        "Made by `make screens` from the demonstration at one moment; `make test` fails when a page has no picture here. In bold",
        "whose picture it is, then everybody else who is given the page.", "",
        "The page of one child as twelve people see it: [side by side](twelve.png), and what each is told in",
        "[twelve.md](twelve.md). The first page of each: "
        + ", ".join(f"[{twelve.spoken(role).lower()}](board-{role}.png)" for role in twelve.ROLES) + ".", "",
        "| page | address | for whom | picture |", "|---|---|---|---|",
    ]
    for pattern, title, role, everybody, names in rows:
        others = ", ".join(each for each in everybody if each != role)
        whom = f"**{role}**" + (f", {others}" if others else "")
        links = ", ".join(f"[{how(name)}]({name})" for name in names)
        lines.append(f"| {title} | `{pattern}` | {whom} | {links} |")
    lines += ["", "## Addresses that give no page", "", "| address | what it gives |", "|---|---|"]
    lines += [f"| `{pattern}` | {says} |" for pattern, says in sorted(NO_PAGE.items())]
    return "\n".join(lines) + "\n"


def how(name) -> str:
    if name.endswith(f"-{OTHER_LANGUAGE}-phone.png"):
        return SPOKEN_LANGUAGE
    return "on a phone" if name.endswith("-phone.png") else "picture"


def the_reading(walk, demo, browser):
    """How old one must be for what a child and a carer read, as docs/reading-age.md."""
    lines = [
        "# How old one must be to read it", "",
        "Flesch-Kincaid, in years of age, of what children and carers are given, as the demonstration shows it; made by",
        "`make screens`. A test holds the child's pages to eleven years, and the carer's to fourteen. What others wrote into the",
        "record counts as well. A protocol is a procedure and is not measured.",
    ]
    for role in ["child", "carer"]:
        with page_of(demo, browser, walk.visitors[role]) as page:
            found = reading.of_walk(walk, role, page)
        lines += ["", f"## What a {role} reads", "", "| page | age | its hardest sentence |", "|---|---|---|"]
        for pattern, (age, hardest) in sorted(found.items()):
            lines.append(f"| `{pattern}` | {age} | {hardest.replace('|', '/')} |")
    (ROOT / "docs" / "reading-age.md").write_text("\n".join(lines) + "\n")


def the_boards(walk, demo, browser):
    """The first page of each of the twelve."""
    for role in twelve.ROLES:
        with page_of(demo, browser, walk.visitors[role]) as page:
            page.goto("/")
            small(take(page, {"width": WIDTH, "height": HEIGHT}, 1)).save(FOLDER / f"board-{role}.png", optimize=True)
    return [f"board-{role}.png" for role in twelve.ROLES]


def the_twelve(walk, demo, browser):
    """One child who is missing, side by side as each of twelve people sees the page."""
    wide, gap, head, tall = 300, 14, 30, 900
    sheet = Image.new("RGB", (6 * (wide + gap) + gap, 2 * (tall + head + gap) + gap), "#dfe5ea")
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype("LiberationSans-Bold.ttf", 17)
    told = {}
    for place, role in enumerate(twelve.ROLES):
        with page_of(demo, browser, walk.visitors[role]) as page:
            told[role] = twelve.told(page, walk.kezia)
            size = {"width": wide * 2, "height": tall * 2}
            page.set_viewport_size(size)
            shot = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
        x, y = gap + (place % 6) * (wide + gap), gap + (place // 6) * (tall + head + gap)
        draw.text((x, y + 4), twelve.spoken(role), fill="#16202a", font=font)
        sheet.paste(shot.resize((wide, tall), Image.LANCZOS), (x, y + head))
    sheet.quantize(96, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(FOLDER / "twelve.png", optimize=True)
    (FOLDER / "twelve.md").write_text(twelve.written(told))
    return ["twelve.png"]


if __name__ == "__main__":
    sys.exit(main())
