// Keys of the desk; every page works without this file. Escape twice locks at once; a letter that stands
// beside a button or a link presses it, by its place on the keyboard, whatever the alphabet.
(() => {
  "use strict";
  let last = -Infinity;
  const typing = (target) => target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
  const keyOf = (code) => (code === "Enter" || code === "NumpadEnter" ? "Enter" : code.startsWith("Key") ? code.slice(3).toLowerCase() : "");

  // What is folded is printed; where a browser cannot do that by its style, it is opened for as long
  const fold = (open) => document.querySelectorAll(open ? ".fold:not([open])" : ".fold.printing").forEach((d) => { d.open = open; d.classList.toggle("printing", open); });
  addEventListener("beforeprint", () => fold(true));
  addEventListener("afterprint", () => fold(false));

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const now = performance.now();
      const form = document.getElementById("lock");
      if (form && now - last < 600) {
        form.submit();
        last = -Infinity; // held down, the key sends the form once
        return;
      }
      last = now;
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || typing(event.target)) return;
    const key = keyOf(event.code);
    if (key === "Enter" && event.target.matches("a, button, summary")) return;
    const found = key && document.querySelector(`[data-key="${key}"]`);
    if (found) { event.preventDefault(); found.click(); }
  });
})();
