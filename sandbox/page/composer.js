// Where a person types: text, an attachment, an answer to a message, an edit. Sends through api.js only.

import { api, isPhoto } from "./api.js";
import { el, fill } from "./dom.js";
import { icon } from "./icons.js";
import { tried } from "./notes.js";
import { gist } from "./text.js";

export class Composer {
  /** id, name of the phone's person; sent() is called after something went out. */
  constructor(id, name, sent) {
    Object.assign(this, { id, sent, file: null, target: null, busy: false, preview: null });
    this.context = el("div", { class: "context", hidden: true });
    this.input = el("textarea", {
      rows: "1", maxlength: "4096", placeholder: "Nhập tin nhắn", "aria-label": `Nhập tin nhắn trên máy của ${name}`, autocomplete: "off", enterkeyhint: "send",
      oninput: () => this.#changed(), onkeydown: (event) => this.#key(event), onpaste: (event) => this.#paste(event),
    });
    this.picker = el("input", { type: "file", hidden: true, tabindex: "-1", "aria-hidden": "true", onchange: () => this.attach(this.picker.files[0]) });
    this.button = el("button", { class: "send", type: "submit", "aria-label": "Gửi", disabled: true }, icon("send"));
    this.place = ""; // the group that is written to, by its id; "" is the assistant alone
    this.node = el("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.context,
      el("div", { class: "composer-line" },
        el("button", { class: "round", type: "button", "aria-label": "Đính kèm ảnh hoặc tệp", title: "Đính kèm ảnh hoặc tệp", onclick: () => this.picker.click() }, icon("clip")),
        this.picker, this.input, this.button));
  }

  /** Puts words in without sending them. */
  prompt(text) {
    this.input.value = text;
    this.#changed();
    this.input.focus();
  }

  reply(message) {
    this.#aim({ kind: "reply", message });
  }

  edit(message) {
    this.#aim({ kind: "edit", message });
    this.prompt(message.text);
  }

  attach(file) {
    if (!file) return;
    this.target = null; // an attachment goes alone: it quotes and edits nothing
    this.file = file;
    this.#draw();
    this.input.focus();
  }

  async submit() {
    const text = this.input.value.trim();
    if (this.busy || (!text && !this.file)) return;
    this.busy = true;
    this.#changed();
    const went = await tried(() => this.#send(text));
    this.busy = false;
    if (went) this.#clear();
    this.#changed();
    if (went) this.sent();
  }

  #send(text) {
    if (this.file) return api.attach(this.id, this.file, text, this.place);
    if (this.target?.kind === "edit") return api.edit(this.id, this.target.message.id, text);
    // An answer goes where the message that it answers stands.
    return api.say(this.id, text, this.target?.message.id, (!this.target && this.place) || undefined);
  }

  #aim(target) {
    this.file = null;
    this.target = target;
    this.#draw();
    this.input.focus();
  }

  #clear() {
    this.input.value = "";
    this.#drop();
  }

  #drop() {
    if (this.target?.kind === "edit") this.input.value = "";
    this.file = null;
    this.target = null;
    this.picker.value = "";
    this.#draw();
  }

  #draw() {
    if (this.preview) URL.revokeObjectURL(this.preview);
    this.preview = null;
    const lines = [];
    if (this.target) {
      lines.push(el("span", { class: "context-words" },
        el("b", {}, this.target.kind === "edit" ? "Sửa tin đã gửi" : "Trả lời tin"), el("span", {}, gist(this.target.message))));
    }
    if (this.file) {
      const image = isPhoto(this.file);
      if (image) this.preview = URL.createObjectURL(this.file);
      lines.push(image ? el("img", { src: this.preview, alt: "Ảnh sắp gửi" }) : el("span", { class: "attachment-sign" }, icon("file")),
        el("span", { class: "context-words" }, el("b", {}, image ? "Ảnh sắp gửi" : "Tệp sắp gửi"), el("span", {}, this.file.name)));
    }
    this.context.hidden = lines.length === 0;
    fill(this.context, lines, lines.length ? el("button", { class: "quiet", type: "button", "aria-label": "Bỏ", onclick: () => { this.#drop(); this.#changed(); this.input.focus(); } }, icon("close")) : null);
    this.#changed();
  }

  #changed() {
    this.button.disabled = this.busy || (!this.input.value.trim() && !this.file);
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 148)}px`;
  }

  #key(event) {
    // While an input method is composing (Telex on some systems), Enter belongs to it.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && (this.target || this.file)) {
      event.stopPropagation();
      this.#drop();
      this.#changed();
    }
  }

  #paste(event) {
    const file = event.clipboardData?.files?.[0];
    if (!file) return;
    event.preventDefault();
    this.attach(file);
  }
}
