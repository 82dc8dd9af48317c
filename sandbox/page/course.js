// One assignment's course in the service's book: its reports with what was corrected, its evidence. Reads only.

import { api } from "./api.js";
import { instant, short } from "./dates.js";
import { el } from "./dom.js";
import { nameOf } from "./state.js";

const PICTURES = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** The nodes of one course; `said(item)` writes a report's figures, `back` goes to the table. */
export async function courseOf(about, said, back) {
  const { progress, evidence } = await api.course(about);
  const standing = progress.filter((item) => !item.superseded).length;
  return [
    el("button", { class: "filter", type: "button", onclick: back }, "Về bảng"),
    el("h3", {}, `${about.code}, ${about.unit}, năm ${about.year}`),
    el("p", { class: "hush" }, `${progress.length} báo cáo, ${progress.length - standing} đã sửa hoặc bỏ; ${evidence.length} minh chứng.`),
    el("h4", {}, "Quá trình"),
    el("ol", { class: "course", "aria-label": "Quá trình" }, progress.map((item) => report(item, said))),
    el("h4", {}, "Minh chứng"),
    evidence.length ? el("ul", { class: "course", "aria-label": "Minh chứng" }, evidence.map(proof)) : el("p", { class: "hush" }, "Chưa có minh chứng."),
  ];
}

function report(item, said) {
  const words = item.superseded ? el("s", {}, said(item)) : el("b", {}, said(item));
  const mark = item.superseded ? el("small", {}, "đã sửa hoặc bỏ") : null;
  return el("li", { "data-superseded": String(Boolean(item.superseded)) }, when(item.reported_at), words, mark, who(item));
}

function proof(item) {
  const who_ = who(item);
  if (item.number) return el("li", {}, when(item.added_at), el("b", {}, `Văn bản số ${item.number}`), who_);
  if (!item.sha256) return el("li", {}, when(item.added_at), "Tệp chưa lưu được", who_);
  const address = api.evidence(item);
  const name = item.name || "Ảnh";
  const shown = PICTURES.includes(item.mime) ? el("img", { src: address, alt: name, loading: "lazy" }) : name;
  return el("li", {}, when(item.added_at), el("a", { href: address, download: name }, shown), who_);
}

const who = (item) => (nameOf(item.person_code) ? el("small", {}, nameOf(item.person_code)) : null);
const when = (iso) => (iso ? el("time", { datetime: iso }, short(instant(iso))) : null);
