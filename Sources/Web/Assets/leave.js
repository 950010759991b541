// SPDX-License-Identifier: MIT
// Takes the page out of the browser's history when somebody leaves quickly. Without it the link leads away all the same.
"use strict";
(() => {
  for (const link of document.querySelectorAll("[data-leave]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      location.replace(link.href);
    });
  }
})();
