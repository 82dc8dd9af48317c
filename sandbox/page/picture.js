// A picture at full size over the page.

import { el } from "./dom.js";
import { icon } from "./icons.js";

/** Opens the picture; a click, Escape or the button closes it. */
export function show(url, words) {
  const box = el("dialog", { class: "lightbox", "aria-label": words },
    el("img", { src: url, alt: words }),
    el("button", { class: "round", type: "button", "aria-label": "Đóng ảnh", onclick: () => box.close() }, icon("close")));
  box.addEventListener("click", () => box.close());
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
}
