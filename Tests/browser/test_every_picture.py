# SPDX-License-Identifier: MIT
"""Each page has a picture in docs/screens, which `make screens` makes."""

import screens
import twelve


def test_every_page_has_a_picture(walked):
    patterns = {page.pattern for page in walked.pages}
    lacking = {each for each in patterns if not (screens.FOLDER / f"{screens.name_of(each)}.png").exists()}
    assert lacking == set(), "run `make screens`"
    listed = screens.INDEX.read_text()
    assert {each for each in patterns if f"`{each}`" not in listed} == set(), "run `make screens`"


def test_every_picture_is_of_a_page(walked):
    names = {screens.name_of(page.pattern) for page in walked.pages}
    names |= {f"{screens.name_of(page.pattern)}-{screens.OTHER_LANGUAGE}" for page in walked.pages if page.role == "child"}
    kept = {each.name.removesuffix(".png").removesuffix("-phone") for each in screens.FOLDER.glob("*.png")}
    assert kept - names - {"twelve"} - {f"board-{role}" for role in twelve.ROLES} - {each.removesuffix(".png") for each in screens.OTHERS} == set()


def test_each_address_has_a_name_of_its_own(still_demo):
    names = [screens.name_of(each) for each in still_demo.pages]
    assert len(set(names)) == len(names)


def test_the_pictures_stay_small():
    assert sum(each.stat().st_size for each in screens.FOLDER.glob("*.png")) < 8_000_000
