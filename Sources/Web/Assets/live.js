// SPDX-License-Identifier: MIT
// Keeps a page's live part current: fetches it anew when the record grows, and each minute for the ages in words.
"use strict";
(() => {
  const part = document.querySelector("[data-live]");
  if (!part || !window.EventSource) return;
  const status = document.querySelector("[data-live-status]");
  const announcer = document.querySelector("[data-live-announce]");
  let fetching = false, again = false;

  const say = (text) => { if (status) status.textContent = text; };

  async function refresh() {
    if (fetching) { again = true; return; }
    fetching = true;
    try {
      const answer = await fetch(part.dataset.live, { headers: { "homeward-refresh": "1" }, cache: "no-store" });
      if (answer.status === 401) { location.reload(); return; }
      if (!answer.ok) throw new Error(String(answer.status));
      show(await answer.text());
    } catch {
      say("Not connected: what you see may be old. Trying again.");
    } finally {
      fetching = false;
      if (again) { again = false; refresh(); }
    }
  }

  function show(html) {
    const before = part.querySelector("[data-says]")?.dataset.says;
    const open = [...part.querySelectorAll("details[open][id]")].map((each) => each.id);
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    const place = focused ? focused.id || focused.getAttribute("href") : null;
    part.innerHTML = html;
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    if (place) {
      const same = [...part.querySelectorAll("a[href], [id]")]
        .find((each) => each.id === place || each.getAttribute("href") === place);
      same?.focus();
    }
    const now = part.querySelector("[data-says]")?.dataset.says;
    if (announcer && now && now !== before) announcer.textContent = now;
  }

  const changes = new EventSource("/changes");
  changes.addEventListener("change", refresh);
  changes.onopen = () => { say("Live"); refresh(); };
  changes.onerror = () => say("Not connected: what you see may be old. Trying again.");
  setInterval(refresh, 60000);
})();
