// The date and time of the demonstration and the ways to move it forward.

import { api } from "./api.js";
import { calendar } from "./calendar.js";
import { DAY, capital, day, fromWall, full, hour, instant, stops, wall } from "./dates.js";
import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { note, tried } from "./notes.js";
import { on, sandboxNow, setClock, state } from "./state.js";

let moving = false;
let stopped = false;
let arrived = 0;
let parts;

/** Builds the clock and keeps it right. */
export function startClock() {
  const place = document.getElementById("clock");
  const date = el("span", { class: "clock-date" });
  const time = el("time", { class: "clock-time" });
  const face = el("button", { class: "clock-face", type: "button", "aria-haspopup": "true", "aria-expanded": "false", onclick: () => unfold(place.dataset.open !== "yes") },
    icon("clock"), date, time, icon("down"));
  const act = (words, by, main) => el("button", { class: `button ${main ? "button-main" : ""}`, type: "button", onclick: () => moveTo(by()) }, words);
  const days = (count) => act(`+${count} ngày`, () => sandboxNow() + count * DAY, false);
  const cal = el("div", { class: "clock-calendar", hidden: true });
  const pick = el("button", { class: "button", type: "button", "aria-expanded": "false", onclick: () => showCalendar(cal.hidden) }, icon("calendar"), el("span", {}, "Chọn ngày"));
  const moves = el("div", { class: "clock-moves", role: "group", "aria-label": "Tua thời gian" }, act("Tới 07:30 ngày mai", nextMorning, true), days(1), days(3), days(7), el("div", { class: "clock-pick" }, pick, cal));
  parts = { place, date, time, face, moves, cal, pick };
  fill(place, face, moves);
  on("clock", draw);
  on("message", (event) => { if (moving && event.message.from === "bot") arrived += 1; });
  setInterval(draw, 1000);
  document.addEventListener("pointerdown", (event) => { if (!place.contains(event.target)) { unfold(false); showCalendar(false); } });
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!cal.hidden) { showCalendar(false); pick.focus(); } else { unfold(false); face.focus(); }
  });
}

/** 07:30 of the day after today. */
export function nextMorning() {
  const at = wall(sandboxNow());
  return fromWall(at.year, at.month, at.day, 7, 30) + DAY;
}

/** Lets time pass, morning by morning, until the instant (ms). One journey at a time. */
export async function moveTo(to) {
  if (moving || !state.clock.known) return;
  if (to <= sandboxNow()) {
    note("Thời gian chỉ đi tới, không lùi lại.", "bad");
    return;
  }
  unfold(false);
  showCalendar(false);
  [moving, stopped, arrived] = [true, false, 0];
  let idle = true;
  const way = stops(sandboxNow(), to);
  const went = await tried(async () => {
    for (const [index, stop] of way.entries()) {
      if (stopped) break;
      progress(stop, index, way.length);
      const answer = await api.moveClock(stop);
      idle = answer.idle !== false;
      setClock(instant(answer.now));
    }
  });
  moving = false;
  progress(null);
  if (went) note(report(idle));
}

function report(idle) {
  const news = arrived ? `Có ${arrived} tin mới trên các máy.` : "Không có tin mới.";
  return `Đã tới ${full(sandboxNow())}. ${idle || arrived ? news : "Dịch vụ chưa trả lời, tin có thể tới sau."}`;
}

function progress(stop, index = 0, count = 1) {
  const bar = document.getElementById("progress");
  document.body.classList.toggle("moving", moving);
  for (const button of parts.moves.querySelectorAll("button")) button.disabled = moving;
  bar.hidden = !moving;
  if (!moving) return;
  fill(bar, el("span", { class: "spinner", "aria-hidden": "true" }), el("span", { role: "status" }, `Đang tới ${day(stop)}, ${hour(stop)}`),
    el("progress", count > 1 ? { max: count, value: index, "aria-label": "Quãng đường thời gian" } : { "aria-label": "Quãng đường thời gian" }),
    count > 1 ? el("button", { class: "button", type: "button", onclick: (event) => { stopped = true; event.currentTarget.disabled = true; } }, "Dừng ở đây") : null);
}

function draw() {
  if (!state.clock.known) return;
  const now = sandboxNow();
  parts.date.textContent = `${capital(day(now, true))},`;
  parts.time.textContent = hour(now);
  parts.face.setAttribute("aria-label", `${full(now)}. Tua thời gian`);
}

function unfold(wanted) {
  parts.place.dataset.open = wanted ? "yes" : "no";
  parts.face.setAttribute("aria-expanded", String(wanted));
}

function showCalendar(wanted) {
  if (wanted) fill(parts.cal, calendar(sandboxNow(), moveTo));
  parts.cal.hidden = !wanted;
  parts.pick.setAttribute("aria-expanded", String(wanted));
}
