// SPDX-License-Identifier: MIT
// Says in time that the sign-in is about to end, and leaves the page when it has. Without it the foot of the page says
// until when. Another tab may have been used meanwhile, so the server is asked before anything is said.
"use strict";
(() => {
  const foot = document.querySelector("[data-session]");
  if (!foot) return;
  const warnSeconds = 300;
  let ends = foot.dataset.session.split(" ").map((text) => Date.now() + 1000 * Number(text));
  let notice = null, asking = false;
  const left = () => (Math.min(...ends) - Date.now()) / 1000;
  const clock = (time) => new Date(time).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });

  async function ask(isSomebody) {
    if (asking) return;
    asking = true;
    try {
      const answer = await fetch("/you/session", { headers: isSomebody ? {} : { "homeward-refresh": "1" }, cache: "no-store" });
      if (answer.status === 401 || answer.redirected) return leave();
      if (answer.ok) ends = (await answer.text()).trim().split(" ").map((text) => Date.now() + 1000 * Number(text));
    } catch { /* The connection is gone for a moment: ask again. */ } finally { asking = false; }
  }

  function leave() {
    location.assign("/sign-in?next=" + encodeURIComponent(location.pathname + location.search));
  }

  function warn() {
    const [idle, last] = ends;
    const isLast = last <= idle;
    const at = clock(Math.min(idle, last));
    const text = isLast
      ? "Your sign-in ends at " + at + ". Finish what you are doing: what you typed is kept, and you can sign in again."
      : "You will be signed out at " + at + ", because nothing was done here. What you typed is kept.";
    if (notice?.dataset.says === text) return;
    notice?.remove();
    notice = document.createElement("div");
    notice.className = "notice session-notice";
    notice.setAttribute("role", "alert");
    notice.dataset.says = text;
    const line = document.createElement("p");
    line.textContent = text;
    notice.append(line);
    if (!isLast) {
      const stay = document.createElement("button");
      stay.className = "btn";
      stay.type = "button";
      stay.textContent = "Stay signed in";
      stay.addEventListener("click", async () => { await ask(true); look(); });
      notice.append(stay);
    }
    document.getElementById("main").prepend(notice);
  }

  function look() {
    if (left() > warnSeconds) { notice?.remove(); notice = null; } else { warn(); }
  }

  async function check() {
    if (left() <= warnSeconds) { await ask(false); look(); }
  }
  setInterval(check, 15000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) check(); });
  check();
})();
