// The side panel and the buttons that open it. What stands in it is drawn by faults.js and book.js.

import { bookView } from "./book.js";
import { el, fill } from "./dom.js";
import { faultsView } from "./faults.js";
import { showGuide } from "./guide.js";
import { icon } from "./icons.js";
import { showPeople } from "./people.js";
import { on, state } from "./state.js";

const VIEWS = {
  faults: { title: "Gây sự cố", icon: "fault", make: faultsView },
  book: { title: "Sổ của dịch vụ", icon: "book", make: bookView },
};
let shown = null;
let current = null;
const buttons = {};

/** Builds the tool buttons; opens the panel that the address names (?panel=book). */
export function startPanel() {
  const tools = document.getElementById("tools");
  for (const [name, view] of Object.entries(VIEWS)) {
    buttons[name] = el("button", { class: "tool", type: "button", "aria-expanded": "false", "aria-controls": "panel", title: view.title, onclick: () => toggle(name) },
      icon(view.icon), el("span", { class: "tool-words" }, view.title), name === "faults" ? el("span", { class: "badge", hidden: true }) : null);
  }
  fill(tools, buttons.faults, buttons.book,
    el("button", { class: "tool tool-help", type: "button", title: "Nên thử gì", "aria-label": "Nên thử gì", onclick: help }, icon("help")));
  document.getElementById("top").prepend(el("button", { class: "tool tool-people", type: "button", title: "Chọn người", "aria-label": "Chọn người", onclick: showPeople }, icon("people")));
  on("faults", () => {
    const count = buttons.faults.querySelector(".badge");
    count.textContent = String(state.faults.length);
    count.hidden = state.faults.length === 0;
    buttons.faults.setAttribute("aria-label", state.faults.length ? `Gây sự cố, đang có ${state.faults.length}` : "Gây sự cố");
  });
  document.getElementById("panel").addEventListener("keydown", (event) => { if (event.key === "Escape") toggle(shown); });
  const asked = new URLSearchParams(location.search).get("panel");
  if (asked in VIEWS) toggle(asked);
}

// On a narrow page the panel would lie over the card.
function help() {
  if (shown && innerWidth < 720) toggle(shown);
  showGuide();
}

function toggle(name) {
  current?.end();
  current = null;
  shown = shown === name ? null : name;
  const panel = document.getElementById("panel");
  panel.hidden = shown === null;
  document.body.classList.toggle("panel-open", shown !== null);
  for (const [one, button] of Object.entries(buttons)) button.setAttribute("aria-expanded", String(one === shown));
  if (shown === null) {
    buttons[name]?.focus();
    return;
  }
  current = VIEWS[shown].make();
  fill(panel,
    el("header", { class: "panel-head" }, el("h2", {}, VIEWS[shown].title),
      el("button", { class: "round", type: "button", "aria-label": "Đóng bảng này", onclick: () => toggle(shown) }, icon("close"))),
    current.node);
}
