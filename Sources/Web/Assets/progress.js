// SPDX-License-Identifier: MIT
// Asks each second how far something has come, and shows the page when it is done. Without it the page reloads itself.
"use strict";
(() => {
  const place = document.querySelector("[data-progress]");
  if (!place) return;
  const ask = async () => {
    try {
      const answer = await fetch(location.href, { headers: { "homeward-refresh": "1" }, credentials: "same-origin" });
      const text = await answer.text();
      const part = new DOMParser().parseFromString(text, "text/html");
      const bar = part.querySelector("progress");
      if (!answer.ok || !bar || part.querySelector("h1")) { location.reload(); return; }
      place.replaceChildren(...part.body.childNodes);
    } catch { /* The connection is gone for a moment: ask again. */ }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 1000);
})();
