// SPDX-License-Identifier: MIT
// Keeps what is typed, on the server and for this person alone, so that a lost connection loses nothing.
// Nothing is kept on the device.
"use strict";
(() => {
  for (const form of document.querySelectorAll("form[data-draft]")) follow(form);

  function follow(form) {
    const note = form.querySelector("[data-kept]");
    let dirty = false, sending = false, timer = null, leaving = false;
    form.addEventListener("input", () => { dirty = true; plan(1200); });
    form.addEventListener("submit", () => { leaving = true; });
    window.addEventListener("online", () => plan(0));
    window.addEventListener("pagehide", () => {
      if (dirty && !leaving) navigator.sendBeacon("/drafts", content());
    });

    function plan(wait) {
      if (timer) clearTimeout(timer);
      timer = setTimeout(keep, wait);
    }

    function content() {
      const typed = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string") typed.append(name, value);
      typed.set("draft", form.dataset.draft);
      return typed;
    }

    async function keep() {
      if (!dirty || sending) return;
      sending = true;
      dirty = false;
      try {
        const answer = await fetch("/drafts", { method: "POST", body: content() });
        if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
        if (note) note.textContent = "Kept at " + (await answer.text()).trim() + ".";
      } catch {
        dirty = true;
        if (note) note.textContent = "Not kept yet: no connection. Stay on this page; it keeps trying.";
        plan(5000);
      } finally {
        sending = false;
        if (dirty && !timer) plan(1200);
      }
    }
  }
})();
