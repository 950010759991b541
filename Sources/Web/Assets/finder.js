// SPDX-License-Identifier: MIT
// Shows who is found while one types. Without it the search page answers the same.
"use strict";
(() => {
  const input = document.querySelector("form.search input[name=q]");
  if (!input) return;
  const list = document.createElement("div");
  list.className = "found";
  list.setAttribute("aria-live", "polite");
  list.hidden = true;
  input.form.append(list);
  let timer = null, asked = 0;

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 180);
  });
  input.form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { list.hidden = true; input.focus(); }
  });
  document.addEventListener("click", (event) => {
    if (!input.form.contains(event.target)) list.hidden = true;
  });

  async function ask() {
    const text = input.value.trim();
    if (text.length < 2) { list.hidden = true; return; }
    const number = ++asked;
    try {
      const answer = await fetch("/search/found?q=" + encodeURIComponent(text), { headers: { "homeward-refresh": "1" } });
      if (!answer.ok || number !== asked) return;
      list.innerHTML = await answer.text();
      list.hidden = false;
    } catch {
      list.hidden = true;
    }
  }
})();
