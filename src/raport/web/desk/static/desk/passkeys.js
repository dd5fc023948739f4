// Passkeys: asks a device through the browser and sends its answer with the form. Without this file digits are asked.
(() => {
  "use strict";
  const reads = window.PublicKeyCredential || {};
  const able = navigator.credentials && reads.parseCreationOptionsFromJSON && reads.parseRequestOptionsFromJSON;

  const answered = async ({ make, show }) => {
    const credential = make
      ? await navigator.credentials.create({ publicKey: reads.parseCreationOptionsFromJSON(make) })
      : await navigator.credentials.get({ publicKey: reads.parseRequestOptionsFromJSON(show) });
    return JSON.stringify(credential.toJSON());
  };

  const asked = async (form, say) => {
    let answer;
    try {
      const sent = await fetch(form.dataset.passkey, { method: "POST", body: new FormData(form) });
      const told = await sent.json();
      if (!sent.ok) return say(told.told);
      answer = told;
    } catch {
      return say("locked"); // no answer, or a page instead of one
    }
    say("waiting");
    try {
      form.elements.answer.value = await answered(answer);
    } catch (error) {
      return say(error.name === "InvalidStateError" ? "known" : "failed");
    }
    form.submit();
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const told = form.querySelector("[data-told]");
    const say = (what) => { told.textContent = told.dataset[what] || what; };
    form.querySelector("[data-unscripted]").hidden = true;
    if (!able) {
      say("old");
      continue;
    }
    const button = form.querySelector("[data-ask]");
    for (const shown of form.querySelectorAll("[data-ask], [data-ask-fields]")) shown.hidden = false;
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      if (!form.reportValidity()) return;
      button.disabled = true;
      await asked(form, say);
      button.disabled = false;
    });
  }
})();
