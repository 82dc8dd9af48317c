// The list of people whose phones can be opened: search, roles, units, who has not joined, a new phone.

import { api } from "./api.js";
import { channelMark, el, fill, fold, portrait } from "./dom.js";
import { icon } from "./icons.js";
import { note, tried } from "./notes.js";
import { badge, open } from "./row.js";
import { notJoined, on, state } from "./state.js";
import { ROLE_GROUPS, ROLES } from "./words.js";

let query = "";
let group = ROLE_GROUPS[0];
let list;
let place;

/** Builds the list; draws again when phones or the open ones change. */
export function startPeople() {
  place = document.getElementById("people");
  list = el("div", { class: "people-list" });
  const search = el("input", { type: "search", placeholder: "Tìm tên, đơn vị", "aria-label": "Tìm người theo tên hoặc đơn vị", oninput: () => { query = fold(search.value.trim()); draw(); } });
  const filters = ROLE_GROUPS.map((one) => el("button", { class: "filter", type: "button", "aria-pressed": String(one === group), onclick: (event) => {
    group = one;
    for (const other of filters) other.setAttribute("aria-pressed", String(other === event.currentTarget));
    draw();
  } }, one.label));
  fill(place,
    el("div", { class: "people-head" },
      el("div", { class: "people-title" }, el("h2", {}, "Chọn máy để cầm"),
        el("button", { class: "round only-drawer", type: "button", "aria-label": "Đóng danh sách", onclick: hidePeople }, icon("close"))),
      el("label", { class: "search" }, icon("search"), search),
      el("div", { class: "filters", role: "group", "aria-label": "Lọc theo vai trò" }, filters)),
    list, newPhone());
  on("phones", draw);
  on("open", draw);
  document.getElementById("veil").addEventListener("click", hidePeople);
  place.addEventListener("keydown", (event) => event.key === "Escape" && hidePeople());
}

/** Shows the list as a drawer where it is not a column. */
export function showPeople() {
  document.body.classList.add("people-open");
  document.getElementById("veil").hidden = false;
  place.querySelector("input").focus({ preventScroll: true });
}

export function hidePeople() {
  document.body.classList.remove("people-open");
  document.getElementById("veil").hidden = true;
}

function draw() {
  const units = new Map();
  for (const phone of state.phones.values()) {
    if (group.roles && !group.roles.includes(phone.role)) continue;
    if (query && !fold(`${phone.name} ${phone.title} ${phone.unit}`).includes(query)) continue;
    units.set(phone.unit, [...(units.get(phone.unit) ?? []), phone]);
  }
  const focused = document.activeElement?.dataset?.person;
  const top = list.scrollTop;
  fill(list, [...units].map(([unit, people]) =>
    el("section", {}, el("h3", {}, unit || "Ngoài danh sách"), el("ul", {}, people.map((phone) => el("li", {}, entry(phone)))))),
  units.size ? null : el("p", { class: "hush" }, state.phones.size ? "Không thấy ai khớp." : "Chưa có ai."));
  list.scrollTop = top;
  if (focused) list.querySelector(`[data-person="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function entry(phone) {
  const flag = phone.blocked ? "đã chặn" : notJoined(phone) ? "chưa tham gia" : null;
  return el("button", {
    class: "person", type: "button", "data-person": phone.id, "aria-pressed": String(state.open.includes(phone.id)),
    onclick: () => { open(phone.id); hidePeople(); },
  },
  portrait(phone),
  el("span", { class: "person-words" }, el("b", {}, phone.name), el("span", { class: "person-title" }, phone.title || phone.role),
    flag ? el("span", { class: "flag" }, flag) : null),
  el("span", { class: "person-end" }, channelMark(phone.channel), badge(phone.unread)));
}

function newPhone() {
  const field = (name, label, props = {}) => el("label", {}, el("span", {}, label), el("input", { name, type: "text", autocomplete: "off", ...props }));
  const choose = (name, label, options) => el("label", {}, el("span", {}, label), el("select", { name }, options.map(([value, words]) => el("option", { value }, words))));
  const form = el("form", {
    onsubmit: async (event) => {
      event.preventDefault();
      const details = Object.fromEntries(new FormData(form));
      await tried(async () => {
        const phone = await api.addPhone(details);
        state.phones.set(phone.id, phone);
        form.reset();
        form.closest("details").open = false;
        open(phone.id);
        hidePeople();
        note(`Đã thêm máy của ${phone.name}.`);
      });
    },
  },
  field("name", "Họ và tên", { required: true }), field("title", "Chức vụ"), field("unit", "Đơn vị"),
  choose("role", "Vai trò", ROLES.map((role) => [role, role])), choose("channel", "Kênh", [["zalo", "Zalo"], ["telegram", "Telegram"]]),
  el("button", { class: "button button-main", type: "submit" }, "Thêm máy"));
  return el("details", { class: "new-phone" }, el("summary", {}, icon("plus"), "Thêm một máy"), form);
}
