// Keys of the desk; every page works without this file. Escape twice locks at once.
(() => {
  "use strict";
  let last = -Infinity;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const now = performance.now();
    const form = document.getElementById("lock");
    if (form && now - last < 600) {
      form.submit();
      last = -Infinity; // held down, the key sends the form once
      return;
    }
    last = now;
  });
})();
