// Starts the parts in order and carries the server's events to them. Draws nothing but the state of the line.

import { api } from "./api.js";
import { startClock } from "./clock.js";
import { instant } from "./dates.js";
import { el, fill } from "./dom.js";
import { readFaults } from "./faults.js";
import { startGuide } from "./guide.js";
import { listen } from "./live.js";
import { note, tried } from "./notes.js";
import { startPanel } from "./panel.js";
import { showPeople, startPeople } from "./people.js";
import { openFirst, reload, startRow } from "./row.js";
import { on, setClock, state, tell } from "./state.js";

const due = new Set();

startClock();
startGuide();
startRow(showPeople);
startPeople();
startPanel();
listen(hear, opened, broken);
document.addEventListener("pointerdown", closeMenus);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMenus({ target: null }); });

on("phones", () => {
  const waiting = [...state.phones.values()].reduce((sum, phone) => sum + (phone.unread ?? 0), 0);
  document.title = `${waiting ? `(${waiting}) ` : ""}Đôn Đốc · bản trình diễn`;
});

function hear(event) {
  if (event.type === "message") countUnread(event);
  if (event.type === "clock") setClock(instant(event.now));
  else if (event.type === "faults") soon(readFaults, 60);
  else if (event.type === "phones") soon(readPhones, 400);
  else tell(event.type, event);
}

function countUnread({ phone: id, message }) {
  const phone = state.phones.get(id);
  if (!phone || message.from !== "bot") return;
  phone.unread = (phone.unread ?? 0) + 1;
  soon(showCounts, 30);
  soon(readPhones, 400); // the server's count is the true one
}

function showCounts() {
  tell("phones");
}

// Many events at once (a whole committee is reminded at 07:30) are one piece of work.
function soon(act, afterMs) {
  if (due.has(act)) return;
  due.add(act);
  setTimeout(() => {
    due.delete(act);
    tried(async () => act());
  }, afterMs);
}

async function opened() {
  const before = state.link;
  const well = await tried(async () => {
    setClock(instant((await api.clock()).now));
    await Promise.all([readPhones(), readFaults()]);
  });
  if (!well) {
    setTimeout(opened, 2000);
    return;
  }
  state.link = "on";
  line("");
  if (before === "first" || before === "away") openFirst();
  else {
    reload();
    if (!state.open.length) openFirst();
    note("Đã nối lại với máy chủ trình diễn.");
  }
}

function broken() {
  state.link = state.link === "first" || state.link === "away" ? "away" : "lost";
  line(state.link === "away"
    ? "Chưa thấy máy chủ trình diễn. Khi máy chủ chạy, trang này tự nối lại."
    : "Mất kết nối với máy chủ trình diễn. Đang nối lại, những gì trên trang vẫn còn.");
}

// While there is nothing to show, the sentence stands in the middle; later it is a line at the top.
function line(sentence) {
  document.body.dataset.link = state.link;
  if (state.link === "away") {
    fill(document.getElementById("row"), el("p", { class: "hush" }, sentence));
    return;
  }
  const place = document.getElementById("link-state");
  place.textContent = sentence;
  place.hidden = !sentence;
}

async function readPhones() {
  const list = await api.phones();
  state.phones = new Map(list.map((phone) => [phone.id, phone]));
  const chair = list.find((phone) => phone.role === "thường trực");
  document.getElementById("committee").textContent = chair?.unit ?? "";
  tell("phones");
}

function closeMenus({ target }) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!target || !menu.contains(target)) menu.open = false;
}
