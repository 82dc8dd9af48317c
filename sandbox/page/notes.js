// Short notes at the foot of the page, read aloud politely, gone by themselves.

import { el } from "./dom.js";

/** Shows a sentence; tone "ok" or "bad". A bad one stays longer. */
export function note(sentence, tone = "ok") {
  const place = document.getElementById("notes");
  const line = el("p", { class: `note note-${tone}` }, sentence);
  place.append(line);
  while (place.children.length > 3) place.firstElementChild.remove();
  setTimeout(() => line.remove(), tone === "bad" ? 9000 : 6000);
}

/** Runs an act; a failure becomes a note. True when it went well. */
export async function tried(act) {
  try {
    await act();
    return true;
  } catch (failure) {
    note(failure.message, "bad");
    if (failure.status === undefined) throw failure;
    return false;
  }
}
