// One message as a bubble. Asks its phone for acts (tap, reply, edit); sends nothing itself.

import { el } from "./dom.js";
import { hour, instant } from "./dates.js";
import { icon } from "./icons.js";
import { show } from "./picture.js";
import { gist, nodesOf } from "./text.js";

/**
 * message as the server gives it; find(id) → another message of the chat or undefined;
 * acts: {tap(message, button), reply(message), edit(message)}, null where the channel has none.
 */
export function bubble(message, channel, find, acts) {
  const mine = message.from === "me";
  const other = !mine && message.from !== "bot";
  const box = el("div", { class: "bubble" },
    other || (message.chat && !mine) ? el("p", { class: "speaker" }, other ? message.from : "Trợ lý") : null,
    message.reply_to ? quote(find(message.reply_to)) : null,
    message.photo ? picture(message) : null,
    message.file ? attachment(message.file) : null,
    message.text ? el("div", { class: "words" }, nodesOf(message.text, message.spans)) : null,
    el("div", { class: "meta" }, message.edited ? "đã sửa · " : null, el("time", { datetime: message.at }, hour(instant(message.at)))),
  );
  return el("article", { class: `msg ${mine ? "msg-me" : "msg-bot"}`, "data-id": message.id, "aria-label": mine ? "Tin đã gửi" : "Tin nhận được" },
    el("div", { class: "line" }, box, channel === "telegram" ? side(message, mine, acts) : null),
    keyboard(message, acts),
  );
}

function quote(original) {
  return el("div", { class: "quote" },
    el("b", {}, original ? speaker(original) : "Trả lời"),
    el("span", {}, original ? gist(original) : "Tin trước đó"));
}

function speaker(message) {
  if (message.from === "me") return "Tôi";
  return message.from === "bot" ? "Trợ lý" : message.from;
}

function picture(message) {
  const image = el("img", { src: message.photo, alt: message.text ? "Ảnh kèm lời dưới đây" : "Ảnh trong tin nhắn", loading: "lazy" });
  return el("button", { class: "photo", type: "button", "aria-label": "Xem ảnh lớn", onclick: () => show(message.photo, gist(message)) }, image);
}

function attachment(file) {
  return el("a", { class: "attachment", href: file.url, download: file.name },
    el("span", { class: "attachment-sign" }, icon("file")),
    el("span", { class: "attachment-name" }, file.name, el("small", {}, size(file.size))));
}

function size(bytes) {
  if (!Number.isFinite(bytes)) return "Tệp đính kèm";
  if (bytes < 1024) return `${bytes} byte`;
  const [value, unit] = bytes < 1048576 ? [bytes / 1024, "KB"] : [bytes / 1048576, "MB"];
  return `${value.toLocaleString("vi", { maximumFractionDigits: 1 })} ${unit}`;
}

function side(message, mine, acts) {
  return el("div", { class: "side" },
    el("button", { class: "quiet", type: "button", title: "Trả lời tin này", "aria-label": "Trả lời tin này", onclick: () => acts.reply(message) }, icon("reply")),
    mine && message.text && !message.photo && !message.file
      ? el("button", { class: "quiet", type: "button", title: "Sửa tin này", "aria-label": "Sửa tin này", onclick: () => acts.edit(message) }, icon("edit"))
      : null);
}

function keyboard(message, acts) {
  if (!message.buttons?.length) return null;
  return el("div", { class: "keys" }, message.buttons.map((row) =>
    el("div", { class: "keys-row" }, row.map((button) => (button.url
      ? el("a", { class: "key", href: safe(button.url), target: "_blank", rel: "noopener noreferrer" }, button.label)
      : el("button", { class: "key", type: "button", onclick: (event) => acts.tap(message, button, event.currentTarget) }, button.label))))));
}

// A button of the bot may name any address; only web pages are opened.
function safe(address) {
  return /^https?:\/\//i.test(address) ? address : null;
}
