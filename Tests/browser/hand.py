# SPDX-License-Identifier: MIT
"""A hand that counts: what it takes to get something done, by the keystroke-level model of Card, Moran and Newell.

The times of its parts: 1.1 s to find a target and press it, 0.33 s a letter with two thumbs on glass (36 words a minute; 0.28 s
on a keyboard), 1.35 s to decide before each press, 0.6 s to swipe a screen on. What a page takes to come is measured.
"""

import math
import time

from playwright.sync_api import Error, expect

PRESS, DECIDE, SWIPE = 1.1, 1.35, 0.6
LETTER_ON_GLASS, LETTER_ON_KEYS = 0.33, 0.28


class Hand:
    def __init__(self, page, on_glass=True):
        self.page = page
        self.letter = LETTER_ON_GLASS if on_glass else LETTER_ON_KEYS
        self.presses = self.letters = self.swipes = 0
        self.waited = 0.0

    def press(self, target):
        target = target.first
        self.reach(target)
        before, started = self.page.url, time.monotonic()
        target.click()
        self.page.wait_for_load_state("load")
        if self.page.url != before:
            self.waited += time.monotonic() - started
        self.presses += 1

    def write(self, target, text):
        self.press(target)
        self.page.keyboard.type(text)
        self.letters += len(text)

    def reach(self, target):
        """Swipes until the target is on the screen."""
        expect(target).to_be_visible()
        # A board that refreshes itself may take a button away and bring it back.
        while not (box := target.bounding_box()):
            self.page.wait_for_timeout(50)
        height = self.page.viewport_size["height"]
        beyond = max(0, box["y"] + box["height"] - height, -box["y"])
        self.swipes += math.ceil(beyond / (0.7 * height))
        # Between looking and swiping the board may have been drawn anew.
        for _ in range(20):
            try:
                return target.scroll_into_view_if_needed(timeout=1_000)
            except Error:
                self.page.wait_for_timeout(100)
        target.scroll_into_view_if_needed()

    @property
    def seconds(self) -> float:
        """By the model, without what pages take to come."""
        return self.presses * (PRESS + DECIDE) + self.letters * self.letter + self.swipes * SWIPE

    def says(self, what) -> str:
        return (f"{what}: {self.presses} presses, {self.letters} letters, {self.swipes} swipes: {self.seconds:.0f} s, "
                f"and {self.waited:.1f} s in which pages came")
