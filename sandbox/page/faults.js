// The panel that makes the platform fail on purpose, and stops it.

import { api } from "./api.js";
import { channelName, el, fill } from "./dom.js";
import { tried } from "./notes.js";
import { open } from "./row.js";
import { on, state, tell } from "./state.js";
import { FAULTS } from "./words.js";

const TIMES = [["1", "1 lần"], ["3", "3 lần"], ["", "Đến khi tắt"]];
const listeners = new Set();
on("faults", () => { for (const hear of listeners) hear(); });

/** {node, end()} for the panel. */
export function faultsView() {
  let channel = state.phones.get(state.active)?.channel ?? "zalo";
  const active = el("div", { class: "faults-active" });
  const list = el("div", { class: "faults-list" });
  const times = select("Bao lâu", TIMES);
  const person = select("Với ai", []);
  const drawActive = () => fill(active, running());
  const draw = () => {
    const people = [...state.phones.values()].filter((phone) => phone.channel === channel && phone.chat !== null);
    const groups = new Map(people.flatMap((phone) => phone.groups ?? []).map((one) => [one.chat, one.title]));
    fill(person.input, el("option", { value: "" }, "Mọi người"), people.map((p) => el("option", { value: p.chat, "data-kind": "person" }, `${p.name}, ${p.unit}`)),
      [...groups].map(([chat, title]) => el("option", { value: chat, "data-kind": "group" }, `Nhóm ${title}`)));
    const inHand = state.phones.get(state.active);
    person.input.dataset.near = inHand?.channel === channel ? (inHand.chat ?? "") : "";
    const offered = FAULTS.filter((fault) => !fault.only || fault.only === channel);
    const row = (fault) => entry(fault, fault.needs !== "group" || people.length > 0, () => (fault.needs === "group" ? moveGroup(fault, people) : order(fault, channel, times.input.value, person.input)));
    fill(list, offered.filter((f) => !f.rare).map(row),
      el("details", { class: "more-faults" }, el("summary", {}, "Sự cố khác"), offered.filter((f) => f.rare).map(row)));
  };
  const channels = ["zalo", "telegram"].map((one) => el("button", { class: "filter", type: "button", "aria-pressed": String(one === channel), onclick: () => {
    channel = one;
    for (const button of channels) button.setAttribute("aria-pressed", String(button.dataset.channel === one));
    draw();
  }, "data-channel": one }, channelName(one)));
  draw();
  drawActive();
  listeners.add(drawActive);
  const node = el("div", { class: "panel-body" },
    el("p", { class: "lead" }, "Thử làm nhà mạng trục trặc để xem dịch vụ có làm mất tin hay gửi trùng không."),
    active,
    el("div", { class: "faults-where" }, el("div", { class: "filters", role: "group", "aria-label": "Kênh" }, channels), times.node, person.node),
    list);
  return { node, end: () => listeners.delete(drawActive) };
}

function select(label, options) {
  const input = el("select", {}, options.map(([value, words]) => el("option", { value }, words)));
  return { input, node: el("label", { class: "field" }, el("span", {}, label), input) };
}

function entry(fault, possible, act) {
  return el("button", { class: "fault", type: "button", disabled: !possible, onclick: act }, el("b", {}, fault.label), el("span", {}, possible ? fault.note : "Chưa có ai trên kênh này."));
}

function order(fault, channel, times, person) {
  if (fault.needs && person.selectedOptions[0]?.dataset.kind !== fault.needs) {
    // Such a failure is one chat's: without a choice, the phone in hand.
    const first = [...person.options].find((option) => option.dataset.kind === fault.needs)?.value ?? "";
    person.value = person.dataset.near || first;
  }
  const wanted = { channel, method: fault.method ?? "sendMessage", kind: fault.kind, times: times ? Number(times) : null };
  if (person.value && wanted.method === "sendMessage") wanted.chat = person.value;
  for (const key of ["retry_after", "seconds"]) if (fault[key] !== undefined) wanted[key] = fault[key];
  return tried(async () => {
    await api.addFault(wanted);
    await readFaults();
  });
}

// A group moves once, and the assistant speaks in a group only when it is called: so all of it is done here.
function moveGroup(fault, people) {
  const inHand = people.find((phone) => phone.id === state.active);
  const members = [...new Set([inHand, ...people].filter(Boolean))].slice(0, 3);
  return tried(async () => {
    const { id: chat } = await api.addGroup("Tổ công tác", members.map((phone) => phone.id));
    await api.addFault({ channel: fault.only, method: "sendMessage", kind: fault.kind, times: 1, chat });
    await readFaults();
    await api.say(members[0].id, "/menu", undefined, chat);
    open(members[0].id);
  });
}

function running() {
  if (!state.faults.length) return [el("p", { class: "calm" }, "Hiện không có sự cố nào.")];
  return [
    el("ul", {}, state.faults.map((fault) => el("li", {},
      el("span", {}, el("b", {}, FAULTS.find((f) => f.kind === fault.kind && (!f.only || f.only === fault.channel))?.label ?? "Sự cố khác"), el("small", {}, extent(fault))),
      el("button", { class: "button", type: "button", onclick: () => drop(fault.id) }, "Tắt")))),
    state.faults.length > 1 ? el("button", { class: "button", type: "button", onclick: () => drop() }, "Tắt hết") : null,
  ];
}

function extent(fault) {
  const who = [...state.phones.values()].find((phone) => phone.channel === fault.channel && fault.chat && String(phone.chat) === String(fault.chat));
  const left = fault.times ? `còn ${fault.times - (fault.fired ?? 0)} lần` : `đến khi tắt${fault.fired ? `, đã ${fault.fired} lần` : ""}`;
  return [channelName(fault.channel), who?.name ?? "mọi người", left].join(" · ");
}

function drop(id) {
  return tried(async () => {
    await api.dropFault(id);
    await readFaults();
  });
}

/** Reads the faults in force. */
export async function readFaults() {
  state.faults = await api.faults();
  tell("faults");
}
