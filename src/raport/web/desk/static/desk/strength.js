// How strong a passphrase is, while it is typed; the form says the same without this file when it is sent.
(() => {
  "use strict";
  const form = document.querySelector("form[data-strength]");
  if (!form) return;
  const field = form.elements.passphrase;
  const told = document.getElementById("strength");
  let waiting = 0;
  let asked = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const mine = (asked += 1);
      const body = new FormData();
      body.set("passphrase", field.value);
      body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      try {
        const answer = await fetch(form.dataset.strength, { method: "POST", body });
        if (answer.ok && mine === asked) told.textContent = (await answer.json()).told;
      } catch {
        // the form says it when it is sent
      }
    }, 400);
  });
})();
