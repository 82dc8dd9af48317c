// The scrolling list of one chat: days, the "new" line, typing, and the reader's place. Sends nothing.

import { bubble } from "./bubble.js";
import { capital, day, dayNumber, instant } from "./dates.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";

const PAGE = 120; // as many bubbles as are drawn at once
const NEAR = 90; // pixels from the end that still count as reading the end
const TYPING_MS = 6000;

export class Log {
  /** channel of the phone; acts as bubble() wants them; seen() when the reader is at the end. */
  constructor(channel, name, acts, seen) {
    Object.assign(this, { channel, acts, seen, messages: new Map(), meanwhile: null, drawnFrom: 0, waiting: 0, atEnd: true, chat: "" });
    this.inner = el("div", { class: "log-inner" });
    this.node = el("div", { class: "log", role: "log", tabindex: "0", "aria-live": "polite", "aria-label": `Tin nhắn trên máy của ${name}`, onscroll: () => this.#scrolled() }, this.inner);
    this.typing = el("div", { class: "typing", role: "status", "aria-label": "Trợ lý đang soạn tin", hidden: true }, el("i"), el("i"), el("i"));
    this.jump = el("button", { class: "jump", type: "button", hidden: true, onclick: () => this.toEnd(true) });
    // Pictures that load, the keyboard that opens: who reads the end stays at the end.
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.inner);
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.node);
  }

  /** The whole chat was asked for: what comes until it is here is kept for it. */
  expect(coming = true) {
    this.meanwhile = coming ? [] : null;
  }

  get loading() {
    return this.meanwhile !== null;
  }

  /** Shows one chat of the phone: a group by its id, or "" for the assistant alone. */
  open(chat) {
    this.chat = chat;
    this.drawnFrom = Math.max(0, this.#here().length - PAGE);
    this.#draw();
    this.toEnd();
  }

  #here() {
    return [...this.messages.values()].filter((message) => (message.chat?.id ?? "") === this.chat);
  }

  /** Shows a whole phone; unread is how many of the last bot messages are new. Gives the chats in which they stand. */
  load(list, unread) {
    const known = new Set(list.map((message) => message.id));
    const late = this.meanwhile.filter((message) => !known.has(message.id));
    this.meanwhile = null;
    this.messages = new Map([...list, ...late].map((message) => [message.id, message]));
    this.drawnFrom = Math.max(0, this.#here().length - PAGE);
    const fresh = unread ? [...this.messages.values()].filter((message) => message.from === "bot").slice(-unread) : [];
    this.#draw(fresh);
    this.toEnd();
    // What is new is read from its beginning.
    if (this.newLine && this.newLine.offsetTop < this.node.scrollTop) this.#toTop(this.newLine);
    return new Set(fresh.map((message) => message.chat?.id ?? ""));
  }

  add(message) {
    this.meanwhile?.push(message);
    if (this.messages.has(message.id)) return this.replace(message);
    const last = this.#here().at(-1);
    const empty = !last;
    const mine = message.from === "me";
    this.messages.set(message.id, message);
    if ((message.chat?.id ?? "") !== this.chat) return undefined;
    if (mine) this.#forgetNew();
    else this.type(false);
    if (empty) this.inner.replaceChildren();
    this.#append(message, last, !mine && (!this.atEnd || document.hidden) && !this.newLine);
    if (mine) this.toEnd();
    else if (this.atEnd) this.#follow(message);
    else this.#count(1);
    return undefined;
  }

  replace(message) {
    this.messages.set(message.id, message);
    this.#node(message.id)?.replaceWith(this.#bubble(message));
  }

  remove(id) {
    this.messages.delete(id);
    this.#node(id)?.remove();
  }

  type(on) {
    clearTimeout(this.timer);
    this.typing.hidden = !on;
    if (!on) return;
    this.timer = setTimeout(() => this.type(false), TYPING_MS);
    if (this.atEnd) this.toEnd();
  }

  toEnd(smooth = false) {
    this.node.scrollTo({ top: this.node.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.atEnd = true;
    this.#count(-this.waiting);
  }

  #draw(fresh = []) {
    const shown = this.#here().slice(this.drawnFrom);
    const news = shown.find((message) => fresh.includes(message));
    this.newLine = null;
    this.node.setAttribute("aria-live", "off"); // a chat that is opened is not news
    this.inner.replaceChildren();
    if (this.drawnFrom > 0) this.inner.append(el("button", { class: "older", type: "button", onclick: () => this.#older() }, "Xem tin cũ hơn"));
    if (shown.length === 0) this.inner.append(el("p", { class: "hush" }, `Chưa có tin nhắn. Gõ “${this.chat ? "/" : ""}menu” để xem có thể làm gì.`));
    let last;
    for (const message of shown) {
      this.#append(message, last, message === news);
      last = message;
    }
    this.inner.append(this.typing);
    requestAnimationFrame(() => this.node.setAttribute("aria-live", "polite"));
  }

  #older() {
    const before = this.node.scrollHeight;
    this.drawnFrom = Math.max(0, this.drawnFrom - PAGE);
    this.atEnd = false;
    this.#draw();
    this.node.scrollTop = this.node.scrollHeight - before;
  }

  #append(message, last, isNew = false) {
    const at = instant(message.at);
    const nodes = [];
    const newDay = !last || dayNumber(instant(last.at)) !== dayNumber(at);
    if (newDay) nodes.push(el("p", { class: "day" }, capital(day(at, true))));
    if (isNew) nodes.push(this.newLine = el("p", { class: "new-line" }, el("span", {}, "Tin mới")));
    const node = this.#bubble(message);
    if (last && !newDay && !isNew && last.from === message.from && at - instant(last.at) < 300e3) node.classList.add("follows");
    nodes.push(node);
    if (this.typing.parentNode === this.inner) this.typing.before(...nodes);
    else this.inner.append(...nodes, this.typing);
  }

  #bubble(message) {
    return bubble(message, this.channel, (id) => this.messages.get(id), this.acts);
  }

  #node(id) {
    return this.inner.querySelector(`.msg[data-id="${CSS.escape(String(id))}"]`);
  }

  // A message taller than the screen is shown from its first line.
  #follow(message) {
    const node = this.#node(message.id);
    if (node.offsetHeight > this.node.clientHeight - 24) this.#toTop(node);
    else this.toEnd();
  }

  #toTop(node) {
    this.atEnd = false;
    this.node.scrollTo({ top: node.offsetTop - this.inner.offsetTop - 10, behavior: "instant" });
    this.#count(0);
  }

  #forgetNew() {
    this.newLine?.remove();
    this.newLine = null;
  }

  #count(more) {
    this.waiting += more;
    this.jump.hidden = this.atEnd;
    this.jump.replaceChildren(icon("down"), this.waiting ? `${this.waiting} tin mới` : "Xuống cuối");
  }

  #scrolled() {
    this.atEnd = this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR;
    if (this.atEnd) {
      this.waiting = 0;
      this.seen();
    }
    this.#count(0);
  }
}
