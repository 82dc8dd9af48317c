// Which phones are open, how many fit side by side, and what the address bar says of it.

import { el, fill, portrait } from "./dom.js";
import { icon } from "./icons.js";
import { Phone } from "./phone.js";
import { MAX_OPEN, notJoined, on, state, tell } from "./state.js";

const NARROWEST = 296; // pixels one phone needs
const views = new Map();

/** Prepares the row; showPeople() opens the list of people. */
export function startRow(showPeople) {
  const row = document.getElementById("row");
  new ResizeObserver(fit).observe(row);
  on("open", () => { draw(showPeople); fit(); });
  on("phones", () => { for (const view of views.values()) { view.refresh(); view.read(); } strip(showPeople); });
  for (const type of ["message", "edited", "deleted", "typing"]) on(type, (event) => views.get(event.phone)?.hear(event));
  on("clock", tick);
  setInterval(tick, 5000);
  document.addEventListener("visibilitychange", () => { for (const view of views.values()) view.read(); });
}

/** Opens a phone (in place of the one longest untouched when all places are taken) and takes it in hand. */
export function open(id) {
  if (!state.phones.has(id)) return;
  if (!state.open.includes(id)) {
    if (state.open.length < MAX_OPEN) state.open.push(id);
    else state.open[state.open.indexOf(oldest())] = id;
  }
  take(id);
}

/** Puts words into a phone's composer, opening it first. */
export function prompt(id, words) {
  open(id);
  views.get(id)?.composer.prompt(words);
}

/** The phones of the address bar, else one of each: official on Zalo, chair, office. */
export function openFirst() {
  const asked = (new URLSearchParams(location.search).get("phones") ?? "").split(",").filter((id) => state.phones.has(id));
  state.open = (asked.length ? asked : usual()).slice(0, MAX_OPEN);
  state.touched = [...state.open].reverse();
  state.active = state.open[0] ?? null;
  tell("open");
}

/** The report that the assistant last gave as an example on an open phone; null when it gave none. */
export function exampleSeen(id) {
  const texts = [...(views.get(id)?.log.messages.values() ?? [])].reverse().map((message) => message.text ?? "");
  return texts.map((text) => /ví dụ: ((?:CT|NV)\d+ [^\n]+)/.exec(text)?.[1]).find(Boolean) ?? null;
}

/** Reads every open chat again, after the line was broken. */
export function reload() {
  for (const id of state.open.filter((known) => !state.phones.has(known))) close(id);
  for (const view of views.values()) view.load();
}

function usual() {
  const people = [...state.phones.values()];
  const first = (role, fits = () => true) => people.find((p) => p.role === role && fits(p)) ?? people.find((p) => p.role === role);
  // A ward's or commune's official has most to report.
  const onZalo = (p) => p.channel === "zalo" && !notJoined(p) && /^(Đảng ủy )?(phường|xã|thị trấn) /i.test(p.unit);
  const found = [first("người báo cáo", onZalo), first("thường trực"), first("văn phòng")].filter(Boolean);
  return (found.length ? found : people).slice(0, MAX_OPEN).map((phone) => phone.id);
}

function take(id) {
  state.active = id;
  state.touched = [id, ...state.touched.filter((other) => other !== id)];
  tell("open");
}

function oldest() {
  const order = state.touched;
  return [...state.open].sort((a, b) => order.indexOf(b) - order.indexOf(a))[0];
}

function close(id) {
  state.open = state.open.filter((other) => other !== id);
  if (state.active === id) state.active = state.open[0] ?? null;
  tell("open");
}

function draw(showPeople) {
  const row = document.getElementById("row");
  for (const [id, view] of views) {
    if (!state.open.includes(id)) {
      view.node.remove();
      views.delete(id);
    }
  }
  for (const id of state.open) {
    if (views.has(id)) continue;
    const view = new Phone(id, () => close(id));
    view.node.addEventListener("focusin", () => { if (state.active !== id) take(id); });
    views.set(id, view);
    const next = state.open.slice(state.open.indexOf(id) + 1).map((other) => views.get(other)?.node).find(Boolean);
    row.insertBefore(view.node, next ?? null);
    view.load();
  }
  row.querySelector(":scope > .hush")?.remove();
  if (state.open.length === 0) row.append(el("p", { class: "hush" }, "Chưa mở máy nào. ", el("button", { class: "button", type: "button", onclick: showPeople }, "Chọn người")));
  strip(showPeople);
  remember();
}

function fit() {
  const row = document.getElementById("row");
  const room = Math.max(1, Math.min(MAX_OPEN, Math.floor((row.clientWidth + 12) / (NARROWEST + 12))));
  const shown = new Set([state.active, ...state.open.filter((id) => id !== state.active)].slice(0, room));
  document.body.dataset.room = room < state.open.length ? "tight" : "wide";
  for (const [id, view] of views) {
    const wasHidden = view.node.hidden;
    view.node.hidden = !shown.has(id);
    if (wasHidden && shown.has(id)) {
      view.log.toEnd();
      view.read();
    }
  }
}

function strip(showPeople) {
  const chips = state.open.map((id) => state.phones.get(id)).filter(Boolean).map((phone) =>
    el("button", { class: "chip", type: "button", "aria-pressed": String(phone.id === state.active), onclick: () => take(phone.id), "aria-label": `${phone.name}${phone.unread ? `, ${phone.unread} tin chưa đọc` : ""}` },
      portrait(phone, "small"), el("span", { class: "chip-name" }, shortName(phone.name)), badge(phone.unread)));
  const others = [...state.phones.values()].filter((p) => p.unread && !state.open.includes(p.id)).length;
  fill(document.getElementById("strip"), el("div", { class: "chips" }, chips),
    el("button", { class: "chip chip-all", type: "button", onclick: showPeople }, icon("people"), el("span", {}, "Chọn người"), badge(others)));
}

/** The two last words of a name: what colleagues call each other. */
function shortName(name) {
  return name.trim().split(/\s+/).slice(-2).join(" ");
}

/** The small count of what is unread; nothing for none. */
export function badge(count) {
  return count ? el("span", { class: "badge" }, count > 99 ? "99+" : String(count)) : null;
}

function tick() {
  for (const view of views.values()) view.tick();
}

function remember() {
  const address = new URL(location.href);
  address.searchParams.set("phones", state.open.join(","));
  history.replaceState(null, "", address.toString().replaceAll("%2C", ","));
}
