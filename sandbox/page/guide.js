// Three things to try, for whoever opens the page first. Put away once, it stays away.

import { moveTo, nextMorning } from "./clock.js";
import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { exampleSeen, prompt } from "./row.js";
import { on, state } from "./state.js";

const KEY = "dondoc.guide.put-away";
let away = false;

/** Shows the card unless it was put away before. */
export function startGuide() {
  away = recall() === "yes";
  on("open", draw);
  on("loaded", draw);
}

export function showGuide() {
  away = false;
  draw();
  document.querySelector("#guide .step")?.focus();
}

function draw() {
  const place = document.getElementById("guide");
  const open = state.open.map((id) => state.phones.get(id)).filter(Boolean);
  if (away || !open.length) {
    place.replaceChildren();
    return;
  }
  const pool = [...open, ...state.phones.values()];
  const official = pool.find((p) => p.role === "người báo cáo") ?? open[0];
  const office = pool.find((p) => p.role === "văn phòng");
  const reply = exampleSeen(official.id) ?? "việc";
  const step = (number, words, act) => el("li", {}, el("button", { class: "step", type: "button", onclick: act }, el("i", { "aria-hidden": "true" }, number), el("span", {}, words)));
  fill(place, el("section", { class: "guide", "aria-label": "Nên thử" },
    el("header", {}, el("h2", {}, "Ba điều nên thử"), el("button", { class: "round", type: "button", "aria-label": "Cất gợi ý", onclick: putAway }, icon("close"))),
    el("ol", {},
      step("1", [`Gõ `, el("b", {}, reply), ` trên máy của ${official.name}`], () => prompt(official.id, reply)),
      step("2", [`Tua tới `, el("b", {}, "07:30 ngày mai"), " để xem tin nhắc"], () => moveTo(nextMorning())),
      office ? step("3", ["Xem văn phòng biết ", el("b", {}, "ai chưa nhận chỉ đạo")], () => prompt(office.id, "chỉ đạo")) : null)));
}

function putAway() {
  away = true;
  try {
    localStorage.setItem(KEY, "yes");
  } catch {
    // A browser that keeps nothing shows the card again next time; no harm.
  }
  draw();
}

function recall() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
