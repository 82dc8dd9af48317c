// One phone: the nameplate, the chat, the composer, and what its owner may do with it.

import { api } from "./api.js";
import { Composer } from "./composer.js";
import { hour } from "./dates.js";
import { channelMark, channelName, el, fill, portrait } from "./dom.js";
import { icon } from "./icons.js";
import { Log } from "./log.js";
import { tried } from "./notes.js";
import { notJoined, sandboxNow, state, tell } from "./state.js";

export class Phone {
  /** id of the phone; close() puts it away. */
  constructor(id, close) {
    const phone = state.phones.get(id);
    Object.assign(this, { id, close, channel: phone.channel, asking: false });
    const acts = { tap: (...args) => this.#tap(...args), reply: (m) => this.composer.reply(m), edit: (m) => this.composer.edit(m) };
    this.log = new Log(phone.channel, phone.name, acts, () => this.read());
    this.composer = new Composer(id, phone.name, () => this.log.toEnd());
    this.plate = el("header", { class: "plate" });
    this.time = el("time", {});
    this.toast = el("p", { class: "toast", role: "status", hidden: true });
    this.gate = el("div", { class: "gate" });
    this.node = el("section", { class: `phone phone-${phone.channel}`, "data-phone": id },
      this.plate,
      el("div", { class: "device" },
        el("div", { class: "status-bar", "aria-hidden": "true" }, this.time, el("i", { class: "island" }), el("span", {}, channelName(phone.channel))),
        el("div", { class: "chat-head" }, el("span", { class: "bot-face", "aria-hidden": "true" }), el("div", {}, this.head = el("b", {}), this.sub = el("small", {}))),
        this.chats = el("div", { class: "chats", role: "group", "aria-label": "Khung chat", hidden: true }),
        el("div", { class: "log-frame" }, this.log.node, this.log.jump, this.toast),
        this.gate));
    this.refresh();
    this.tick();
  }

  async load() {
    this.log.expect();
    const went = await tried(async () => {
      const list = await api.messages(this.id);
      this.news = this.log.load(list, state.phones.get(this.id)?.unread ?? 0);
      this.news.delete(this.composer.place);
      this.#drawChats();
    });
    if (went) this.read(true);
    else this.log.expect(false);
    tell("loaded");
  }

  /** The person's particulars changed, or the chat was blocked or bound. */
  refresh() {
    const phone = state.phones.get(this.id);
    if (!phone) return;
    this.node.setAttribute("aria-label", `Máy của ${phone.name}, ${channelName(phone.channel)}`);
    const place = [phone.title, phone.unit].filter((part, index) => part && !(index && phone.title.endsWith(part))).join(" · ");
    fill(this.plate, portrait(phone),
      el("div", { class: "who" }, el("div", { class: "who-line" }, el("h2", { title: phone.name }, phone.name), channelMark(phone.channel)), el("p", { title: place }, place)),
      this.#menu(phone));
    this.#places(phone.groups ?? []);
    this.#gates(phone);
  }

  /** The chat with the assistant alone, and each group, to be looked at one at a time. */
  #places(groups) {
    const known = (this.groups ?? []).map((group) => group.chat).join();
    const title = this.groups?.find((group) => group.chat === this.composer.place)?.title;
    this.groups = groups;
    const still = groups.find((group) => group.chat === this.composer.place) ?? groups.find((group) => group.title === title);
    const chat = still?.chat ?? "";
    if (chat === this.composer.place) this.#drawChats();
    else this.open(chat);
    this.#openWanted();
    // A group that has moved bears another id, and so do its messages.
    if (known && known !== groups.map((group) => group.chat).join()) this.load();
  }

  /** Shows one chat: a group by its id, or "" for the assistant alone. */
  open(chat) {
    this.composer.place = chat;
    this.news?.delete(chat);
    this.log.open(chat);
    this.#drawChats();
  }

  #drawChats() {
    const group = this.groups.find((one) => one.chat === this.composer.place);
    this.head.textContent = group?.title ?? state.phones.get(this.id)?.bot ?? "Trợ lý Đôn Đốc";
    this.sub.textContent = group ? "Nhóm của đơn vị" : "Văn phòng nhắc việc";
    this.chats.hidden = this.groups.length === 0;
    const tab = (chat, words) => el("button", { class: "filter", type: "button", "aria-pressed": String(chat === this.composer.place), onclick: () => this.open(chat) },
      words, this.news?.has(chat) ? el("span", { class: "badge", "aria-label": "có tin mới" }, "!") : null);
    fill(this.chats, tab("", "Trợ lý"), this.groups.map((group) => tab(group.chat, `Nhóm ${group.title}`)));
  }

  /** A message in a chat that is not looked at: one's own opens it, another's is marked. */
  #elsewhere(message) {
    const chat = message.chat?.id ?? "";
    if (chat === this.composer.place) return undefined;
    if (message.from === "me") {
      this.wanted = chat; // the group may be so new that only its message is known
      return this.#openWanted();
    }
    (this.news ??= new Set()).add(chat);
    return this.#drawChats();
  }

  #openWanted() {
    if (this.wanted === undefined || (this.wanted && !this.groups.some((group) => group.chat === this.wanted))) return;
    this.open(this.wanted);
    this.wanted = undefined;
  }

  tick() {
    if (state.clock.known) this.time.textContent = hour(sandboxNow());
  }

  hear(event) {
    if (event.type === "message") {
      this.log.add(event.message);
      this.#elsewhere(event.message);
    }
    if (event.type === "edited") this.log.replace(event.message);
    if (event.type === "deleted") this.log.remove(event.message?.id ?? event.message);
    if (event.type === "typing") this.log.type(true);
    if (event.type === "message" && event.message.from === "bot") this.read();
  }

  /** Tells the server that what is here was read, when it really is on the screen (opened: or just was opened). */
  read(opened = false) {
    const phone = state.phones.get(this.id);
    if (!phone?.unread || this.log.loading || document.hidden || this.node.hidden || !(opened || this.log.atEnd)) return;
    phone.unread = 0;
    tell("phones");
    clearTimeout(this.reading);
    this.reading = setTimeout(() => tried(() => api.read(this.id)), 100);
  }

  say(words) {
    this.toast.textContent = words;
    this.toast.hidden = false;
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => { this.toast.hidden = true; }, 4000);
  }

  async #tap(message, button, key) {
    key.disabled = true;
    key.classList.add("pressed");
    await tried(async () => {
      const { answer } = (await api.tap(this.id, message.id, button.data)) ?? {};
      if (answer) this.say(answer);
    });
    key.disabled = false;
    key.classList.remove("pressed");
  }

  #menu(phone) {
    const choice = (words, act) => el("button", { type: "button", onclick: (event) => { event.currentTarget.closest("details").open = false; act(); } }, words);
    return el("details", { class: "menu" },
      el("summary", { class: "round", role: "button", "aria-label": `Việc khác với máy của ${phone.name}`, title: "Việc khác" }, icon("more")),
      el("div", { class: "menu-list" },
        choice("Nhập mã tham gia", () => { this.asking = true; this.#gates(state.phones.get(this.id)); this.gate.querySelector("input")?.focus(); }),
        this.channel === "telegram" ? choice("Lập nhóm của đơn vị", () => this.#addGroup(phone)) : null,
        choice(phone.blocked ? "Bỏ chặn trợ lý" : "Chặn trợ lý", () => this.#block(!phone.blocked)),
        choice("Cất máy này", () => this.close())));
  }

  /** A group of everybody of this unit on Telegram, made by this person, with the assistant in it. */
  #addGroup(phone) {
    const others = [...state.phones.values()].filter((other) => other.id !== phone.id && other.channel === "telegram" && other.unit === phone.unit && !notJoined(other));
    tried(async () => {
      await api.addGroup(phone.unit || phone.name, [phone.id, ...others.map((other) => other.id)]);
      this.say("Đã lập nhóm và đưa trợ lý vào. Chọn nhóm ở phía trên, rồi gõ: /gannhom");
    });
  }

  #block(blocked) {
    tried(() => api.block(this.id, blocked));
  }

  #gates(phone) {
    const wanted = phone.blocked ? "blocked" : this.asking || notJoined(phone) ? "code" : "open";
    if (this.gated === wanted) return;
    this.gated = wanted;
    if (wanted === "blocked") {
      fill(this.gate, el("div", { class: "bar bar-stop" }, el("p", {}, "Người này đã chặn trợ lý."), el("button", { class: "button", type: "button", onclick: () => this.#block(false) }, "Bỏ chặn")));
    } else if (wanted === "code") {
      fill(this.gate, this.#codeForm(phone), this.composer.node);
    } else fill(this.gate, this.composer.node);
  }

  #codeForm(phone) {
    const input = el("input", { type: "text", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", "aria-label": "Mã tham gia", placeholder: "Mã tham gia" });
    return el("form", {
      class: "bar",
      onsubmit: async (event) => {
        event.preventDefault();
        const code = input.value.trim();
        // A link carries letters and digits only; what is typed otherwise is sent as it is.
        const send = /^[\w-]{1,64}$/.test(code) ? api.start : api.say;
        if (!code || !(await tried(() => send(this.id, code)))) return;
        this.asking = false;
        this.gated = "open";
        fill(this.gate, this.composer.node);
      },
    },
    el("p", {}, notJoined(phone) ? "Chưa tham gia. Nhập mã tham gia của Văn phòng:" : "Nhập mã tham gia của Văn phòng:"),
    el("div", { class: "bar-line" }, input, el("button", { class: "button button-main", type: "submit" }, "Tham gia")));
  }
}
