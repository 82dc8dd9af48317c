// "Sổ của dịch vụ": what the service holds, as tables with states in words. Reads only.

import { api } from "./api.js";
import { instant, short } from "./dates.js";
import { courseOf } from "./course.js";
import { channelMark, el, fill } from "./dom.js";
import { nameOf, on } from "./state.js";
import { INBOX, INTENTS, JOBS, KINDS, OUTBOX } from "./words.js";

const EVERY_MS = 2000;
const listeners = new Set();
on("service", () => { for (const hear of listeners) hear(); });

const TABLES = [
  { id: "outbox", title: "Tin đi", heads: ["Người nhận", "Loại", "Tình trạng", "Lúc"], row: outbox, empty: "Chưa gửi tin nào." },
  { id: "inbox", title: "Tin đến", heads: ["Kênh", "Tình trạng", "Nhận lúc"], row: inbox, empty: "Chưa nhận tin nào." },
  { id: "progress", title: "Tiến độ", heads: ["Mã", "Đơn vị", "Số liệu", "Lúc"], row: progress, empty: "Chưa có báo cáo nào." },
  { id: "directives", title: "Chỉ đạo", heads: ["Nội dung", "Gửi", "Đã rõ", "Chưa", "Không tới"], row: directive, empty: "Chưa phát chỉ đạo nào." },
  { id: "jobs", title: "Việc nền", heads: ["Tình trạng", "Số việc"], row: job, empty: "Không có việc nền nào." },
];

/** {node, end()} for the panel. */
export function bookView() {
  let shown = TABLES[0];
  let held = null;
  let drawn = "";
  let about = null; // the assignment whose course stands in place of the table
  const summary = el("div", { class: "book-summary" });
  const tabs = TABLES.map((table) => el("button", { class: "filter", type: "button", "aria-pressed": String(table === shown), onclick: () => {
    shown = table;
    about = null;
    tabs.forEach((tab, index) => tab.setAttribute("aria-pressed", String(TABLES[index] === shown)));
    drawn = "";
    draw();
  } }, table.title));
  const tabRow = el("div", { class: "filters", role: "group", "aria-label": "Phần của sổ" }, tabs);
  const table = el("div", { class: "book-table", tabindex: "0", role: "region", "aria-label": "Bảng trong sổ" });
  const draw = () => {
    const now = JSON.stringify(held);
    if (now === drawn) return; // nothing new: the reader's place and selection stay
    drawn = now;
    tabRow.hidden = table.hidden = !held?.available;
    fill(summary, health(held));
    if (about) course();
    else fill(table, tableOf(shown, rows(held, shown.id), open));
  };
  const open = (chosen) => {
    about = chosen;
    drawn = "";
    draw();
  };
  const course = async () => {
    const wanted = about;
    const nodes = await courseOf(wanted, figures, () => open(null));
    if (wanted === about) fill(table, nodes);
  };
  const read = async () => {
    try {
      held = await api.service();
    } catch (failure) {
      held = { available: false, sentence: failure.message };
    }
    draw();
  };
  const timer = setInterval(() => { if (!document.hidden) read(); }, EVERY_MS);
  listeners.add(read);
  read();
  const node = el("div", { class: "panel-body" }, summary, tabRow, table);
  return { node, end: () => { clearInterval(timer); listeners.delete(read); } };
}

function rows(held, id) {
  if (!held?.available) return [];
  if (id === "jobs" && !Array.isArray(held.jobs)) return Object.entries(held.health?.jobs ?? {}).map(([state, count]) => ({ state, count }));
  return held[id] ?? [];
}

function health(held) {
  if (!held) return [el("p", { class: "calm" }, "Đang mở sổ.")];
  if (!held.available) return [el("p", { class: "problem" }, held.sentence ?? "Dịch vụ chưa chạy nên chưa có sổ để xem. Tin gõ trên các máy vẫn nằm chờ ở đây.")];
  if (!held.health) return [el("p", { class: "problem" }, "Chưa hỏi được tình trạng của dịch vụ. Dưới đây là những gì sổ đã ghi.")];
  const { outbox: out = {}, inbox: into = {}, problems = [] } = held.health;
  const figure = (number, words, tone) => el("div", { class: `figure figure-${tone}` }, el("b", {}, String(number)), el("span", {}, words));
  const waiting = (out.queued ?? 0) + (out.sending ?? 0);
  const failed = (out.unknown ?? 0) + (out.dead ?? 0);
  return [
    el("div", { class: "figures" },
      figure(into.done ?? 0, "tin đến đã xử lý", "ok"), figure(out.sent ?? 0, "tin đã gửi", "ok"),
      figure(waiting, "tin chờ gửi", waiting ? "wait" : "off"), figure(failed, "tin cần xem lại", failed ? "bad" : "off")),
    ...problems.map((problem) => el("p", { class: "problem" }, problem.text ?? String(problem))),
  ];
}

function tableOf({ heads, row, empty, title }, list, open) {
  if (!list.length) return el("p", { class: "hush" }, empty);
  return el("table", {}, el("caption", { class: "unseen" }, title),
    el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, list.map((item) => el("tr", {}, row(item, open).map((cell) => el("td", {}, cell))))));
}

function tone([words, kind] = []) {
  return el("span", { class: `dot dot-${kind ?? "off"}` }, words ?? "chưa rõ");
}

const when = (iso) => (iso ? el("time", { datetime: iso }, short(instant(iso))) : "");
const mark = (channel) => (channel ? channelMark(channel.startsWith("telegram") ? "telegram" : "zalo") : "");

function outbox(item) {
  const kind = KINDS[item.kind] ?? "khác";
  const tries = item.attempts > 1 ? el("small", {}, `${item.attempts} lần gửi`) : null;
  return [[nameOf(item.person_code) ?? item.person_code ?? "", mark(item.channel)], kind, [tone(OUTBOX[item.state]), tries], when(item.sent_at ?? item.due_at)];
}

function inbox(item) {
  return [mark(item.channel), tone(INBOX[item.state]), when(item.received_at)];
}

function figures(item) {
  const number = (value) => Number(value).toLocaleString("vi", { maximumFractionDigits: 2 });
  const said = [item.value ?? null, item.percent ?? null].map((value, index) => (value === null ? null : `${number(value)}${index ? "%" : ""}`)).filter(Boolean);
  return said.join(" · ") || INTENTS[item.status]?.[0] || item.note || "báo cáo";
}

function progress(item, open) {
  const extra = [item.estimate ? "số ước" : null, item.superseded ? "đã thay" : null, item.note || null].filter(Boolean).join(" · ");
  const chosen = { year: item.year, code: item.assignment_code, unit: item.unit_code };
  const code = el("button", { class: "link", type: "button", title: "Xem quá trình và minh chứng", onclick: () => open(chosen) }, item.assignment_code);
  return [code, [item.unit_code, nameOf(item.person_code) ? el("small", {}, nameOf(item.person_code)) : null],
    [(item.value ?? item.percent ?? null) === null ? null : figures(item), INTENTS[item.status] ? tone(INTENTS[item.status]) : null, extra ? el("small", {}, extra) : null], when(item.reported_at)];
}

function directive(item) {
  const lost = (item.unknown ?? 0) + (item.unreachable ?? 0);
  return [[el("b", {}, item.code), el("small", {}, item.subject)], String(item.recipients), String(item.acknowledged), String(item.pending), lost ? el("b", { class: "ink-red" }, String(lost)) : "0"];
}

function job(item) {
  return [tone(JOBS[item.state]), String(item.count ?? item.kind ?? "")];
}
