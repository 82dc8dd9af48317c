// A message's text with its spans, as nodes. Offsets are UTF-16 units, which is how JavaScript counts.

import { el } from "./dom.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strike: "s", code: "code" };
const COLOURS = new Set(["red", "orange", "yellow", "green"]);
const ADDRESS = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]]/g;

/** Nodes for text; spans may overlap, reach past the end or be empty. */
export function nodesOf(text, spans = []) {
  const edges = new Set([0, text.length]);
  for (const { offset, length } of spans) {
    edges.add(clamp(offset, text.length));
    edges.add(clamp(offset + length, text.length));
  }
  const points = [...edges].sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [from, to] = [points[i], points[i + 1]];
    const styles = spans.filter((s) => s.offset <= from && s.offset + s.length >= to).map((s) => s.style);
    nodes.push(...wrap(linked(text.slice(from, to)), styles));
  }
  return nodes;
}

function clamp(value, most) {
  return Math.max(0, Math.min(value, most));
}

function wrap(nodes, styles) {
  return styles.reduce((inner, style) => {
    if (TAGS[style]) return [el(TAGS[style], {}, ...inner)];
    if (COLOURS.has(style)) return [el("span", { class: `ink-${style}` }, ...inner)];
    return inner;
  }, nodes);
}

// Only web addresses become links; anything else stays text.
function linked(text) {
  const nodes = [];
  let last = 0;
  for (const found of text.matchAll(ADDRESS)) {
    if (found.index > last) nodes.push(text.slice(last, found.index));
    nodes.push(el("a", { href: found[0], target: "_blank", rel: "noopener noreferrer" }, found[0]));
    last = found.index + found[0].length;
  }
  if (last < text.length) nodes.push(text.slice(last));
  return nodes;
}

/** The first line of a message, for quotes. */
export function gist(message) {
  const line = (message.text ?? "").split("\n", 1)[0].trim();
  if (line) return line;
  return message.photo ? "Ảnh" : (message.file?.name ?? "Tin nhắn");
}
