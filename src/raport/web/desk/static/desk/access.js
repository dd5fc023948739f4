// Alt and a key press what carries that key as its `accesskey`, by the key's place, whatever the alphabet, while
// typing too. Browsers alone do so in the Latin alphabet only, and some keep Alt with digits for their tabs.
(() => {
  "use strict";
  const mac = navigator.platform.startsWith("Mac"); // there Option writes letters: Control and Option
  const carriers = new Map();
  for (const one of document.querySelectorAll("[accesskey]")) {
    const key = one.accessKey;
    if (!carriers.has(key)) carriers.set(key, one);
    one.removeAttribute("accesskey"); // else the browser presses it once more, and cannot be stopped
    one.setAttribute("aria-keyshortcuts", `${mac ? "Control+" : ""}Alt+${key.toUpperCase()}`);
  }
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey !== mac || event.metaKey || event.repeat) return;
    const place = /^(?:Key|Digit)(.)$/.exec(event.code);
    const found = place && carriers.get(place[1].toLowerCase());
    if (!found) return;
    event.preventDefault(); // the browser's own menu or tab
    found.click();
  });
})();
