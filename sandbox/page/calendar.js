// A month to choose a day from, in Vietnamese (the browser's own picker speaks the browser's language).

import { dayNumber, fromWall, wall } from "./dates.js";
import { el, fill } from "./dom.js";
import { icon } from "./icons.js";

const HOURS = ["07:30", "08:00", "11:00", "14:00", "16:30", "20:00"];
const HEADS = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];

/** A calendar that begins at today (ms); choose(ms) gets the chosen instant. */
export function calendar(today, choose) {
  const start = wall(today);
  let [year, month] = [start.year, start.month];
  const hours = el("select", { "aria-label": "Giờ" }, HOURS.map((hour) => el("option", { value: hour }, hour)));
  const box = el("div", { class: "calendar" });
  const turn = (by) => {
    const first = new Date(Date.UTC(year, month - 1 + by, 1));
    [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
    draw();
  };
  const pick = (day) => {
    const [hour, minute] = hours.value.split(":").map(Number);
    choose(fromWall(year, month, day, hour, minute));
  };
  const draw = () => {
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const lead = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
    const days = Array.from({ length }, (_, index) => {
      const number = dayNumber(fromWall(year, month, index + 1));
      const isToday = number === dayNumber(today);
      return el("button", {
        type: "button", class: isToday ? "today" : null, disabled: number < dayNumber(today),
        style: index === 0 ? `grid-column-start:${lead + 1}` : null,
        "aria-label": `Ngày ${index + 1} tháng ${month}${isToday ? ", hôm nay" : ""}`, onclick: () => pick(index + 1),
      }, String(index + 1));
    });
    const past = year === start.year && month === start.month;
    fill(box,
      el("div", { class: "calendar-head" },
        el("button", { class: "round", type: "button", "aria-label": "Tháng trước", disabled: past, onclick: () => turn(-1) }, icon("left")),
        el("b", { "aria-live": "polite" }, `Tháng ${month}/${year}`),
        el("button", { class: "round", type: "button", "aria-label": "Tháng sau", onclick: () => turn(1) }, icon("right"))),
      el("div", { class: "calendar-grid" }, HEADS.map((head) => el("span", { "aria-hidden": "true" }, head)), days),
      el("label", { class: "calendar-hour" }, "Đến lúc ", hours));
  };
  draw();
  return box;
}
