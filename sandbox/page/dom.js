// Builds nodes. Text always goes in as text nodes: nothing here (or anywhere) parses markup.

/** el("p", {class: "x", onclick: f}, "text", node, null): an element; null children are skipped. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "value" || key === "checked") node[key] = value;
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Replaces what a node holds. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(2).filter(Boolean));
  return node;
}

/** A key as people write it in search: no marks, no case, đ as d. */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** Two letters for a round portrait: of the middle and the given name. */
export function initials(name) {
  const words = name.trim().split(/\s+/);
  return words.slice(-2).map((word) => word[0] ?? "").join("").toUpperCase();
}

/** A steady number 0–5 from a name, for the portrait's tint. */
export function tint(name) {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return sum % 6;
}

/** The round portrait of a person. */
export function portrait(person, extra = "") {
  return el("span", { class: `portrait tint-${tint(person.name)} ${extra}`, "aria-hidden": "true" }, initials(person.name));
}

/** The channel as a word and a small coloured shape. */
export function channelMark(channel) {
  return el("span", { class: `mark mark-${channel}` }, el("i", { "aria-hidden": "true" }), channelName(channel));
}

/** The name people use. */
export function channelName(channel) {
  return channel === "telegram" ? "Telegram" : "Zalo";
}
