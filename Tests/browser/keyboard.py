# SPDX-License-Identifier: MIT
"""Somebody who has no mouse: everything by Tab, Enter, Space and the arrows, and the focus in sight at each step.

    keys = Keyboard(page)
    keys.follow(page.get_by_role("link", name="Report"))     # Tab to it, then Enter
    keys.choose(page.get_by_label("Missing"))                # a radio button by arrows, a box by Space, a list by typing
    keys.write(page.get_by_label("Why"), "Out of character.")
    keys.follow(page.get_by_role("button", name="Record it"))
    assert keys.hidden == []                                 # where the focus could not be seen

Only `page.goto` is allowed beside it, as somebody types an address.
"""

# What has the focus: whether it shows, and whether it can be seen where it stands.
SEEN = """() => {
    const at = document.activeElement
    if (!at || at === document.body) return { says: 'the page', isShown: true }
    const frame = at.closest('label.choice') ?? at
    const style = getComputedStyle(frame), own = getComputedStyle(at)
    const draws = each => (each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) > 0) || each.boxShadow !== 'none'
    const box = at.getBoundingClientRect()
    const inSight = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
        && box.right > 0 && box.left < innerWidth
    const isPage = at.id === 'main'
    // A page may take the focus to read on from, which needs no mark.
    const middle = document.elementFromPoint(
        Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1),
        Math.min(Math.max(box.top + Math.min(box.height, 30) / 2, 0), innerHeight - 1))
    const isCovered = !(middle && (at.contains(middle) || middle.contains(at) || frame.contains(middle)))
    return {
        says: at.outerHTML.slice(0, 160),
        isShown: isPage || at.matches('.summary-of-errors, fieldset') || ((draws(style) || draws(own)) && inSight && !isCovered),
    }
}"""


class Keyboard:
    def __init__(self, page):
        self.page = page
        self.presses = 0
        # What had the focus without it being seen.
        self.hidden = []

    def press(self, key):
        self.page.keyboard.press(key)
        self.presses += 1

    def to(self, target, most=250):
        """Tabs on until the target has the focus, and looks at each step whether the focus is in sight."""
        target = target.first
        target.wait_for(state="visible")
        for _ in range(most):
            if target.evaluate("each => each === document.activeElement"):
                return
            self.press("Tab")
            self.look()
        raise AssertionError(f"{target} is not reached by Tab on {self.page.url}")

    def look(self):
        seen = self.page.evaluate(SEEN)
        if not seen["isShown"]:
            self.hidden.append(f"{self.page.url}: {seen['says']}")

    def follow(self, target):
        """A link or a button: Tab to it, then Enter."""
        self.to(target)
        with self.page.expect_navigation(wait_until="load"):
            self.press("Enter")

    def write(self, target, text):
        self.to(target)
        # What stands there already is replaced.
        self.press("Control+A")
        self.page.keyboard.type(text)
        self.presses += len(text)

    def choose(self, target):
        """One of several: radio buttons by arrows from the one that Tab reaches, a box by Space."""
        target = target.first
        if target.get_attribute("type") != "radio":
            self.to(target)
            self.press("Space")
            return
        name = target.get_attribute("name")
        group = self.page.locator(f'input[type=radio][name="{name}"]')
        for _ in range(250):
            if self.page.evaluate("name => document.activeElement?.name === name", name):
                break
            self.press("Tab")
            self.look()
        for _ in range(group.count() + 1):
            if target.evaluate("each => each === document.activeElement"):
                # Arrows choose; the first of a group is only chosen by Space.
                self.press("Space")
                return
            self.press("ArrowDown")
            self.look()
        raise AssertionError(f"{target} is not reached by arrows on {self.page.url}")

    def pick(self, target, label):
        """One of a list, by typing what it is called."""
        self.to(target)
        self.page.keyboard.type(label)
        self.presses += len(label)
