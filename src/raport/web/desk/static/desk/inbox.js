// Keys of the inbox, beside those of every page (keys.js); every page works without this file.
(() => {
  "use strict";
  const groups = [...document.querySelectorAll("fieldset[data-question]")];
  const answers = document.querySelector("[data-answers]");
  const links = [...document.querySelectorAll("ol.inbox a.case")];
  let group = 0, answering = false;

  const show = (seen) => {
    groups.forEach((g, n) => g.classList.toggle("now", n === group && !answering));
    if (answers) answers.classList.toggle("now", answering);
    const now = answering ? answers : groups[Math.min(group, groups.length - 1)];
    if (seen && now) now.scrollIntoView({ block: "nearest" });
  };
  const typing = (target) => target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
  const digit = (value) => {
    if (answering) {
      const button = answers && answers.querySelector(`[data-answer="${value}"]`);
      if (button) button.click();
      return;
    }
    const radio = groups[group] && groups[group].querySelector(`[data-digit="${value}"]`);
    if (!radio) return;
    radio.checked = true;
    group += 1;
    show(true);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    const { code } = event;
    if (/^(Digit|Numpad)\d$/.test(code) && groups.length) { event.preventDefault(); digit(code.slice(-1)); return; }
    if (code === "Backspace" && groups.length) { group = Math.max(0, group - 1); answering = false; show(true); return; }
    if (links.length && ["ArrowDown", "ArrowUp", "KeyJ", "KeyK"].includes(code)) {
      event.preventDefault();
      const at = links.indexOf(document.activeElement);
      const step = code === "ArrowDown" || code === "KeyJ" ? 1 : -1;
      links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))].focus();
      return;
    }
    if (code === "KeyA" && groups.length) { answering = true; show(true); }
  });
  show(false);
})();
