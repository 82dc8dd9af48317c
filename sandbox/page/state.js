// What the page knows, and who wants to hear of a change. No nodes, no network.

const bus = new EventTarget();

export const state = {
  phones: new Map(), // id → phone, in the server's order
  open: [], // ids of open phones, at most MAX_OPEN, left to right
  active: null, // the one in hand; the only one shown at phone width
  touched: [], // open ids, the last used first
  faults: [],
  clock: { base: 0, mark: 0, known: false }, // sandbox time at performance.now() === mark
  link: "first", // first | on | lost | away
};

export const MAX_OPEN = 3;

/** Hear of a change; names are those of the server's events and phones, open, faults, link, prompt. */
export function on(name, hear) {
  bus.addEventListener(name, (event) => hear(event.detail));
}

/** Tell of a change. */
export function tell(name, detail = null) {
  bus.dispatchEvent(new CustomEvent(name, { detail }));
}

/** The sandbox's time now, in milliseconds. */
export function sandboxNow() {
  return state.clock.base + (performance.now() - state.clock.mark);
}

/** Keep what the server said about its clock. */
export function setClock(ms) {
  state.clock = { base: ms, mark: performance.now(), known: true };
  tell("clock");
}

/** True when this person never opened the chat with the bot. */
export function notJoined(phone) {
  return phone.joined === false || phone.started === false || phone.chat === null;
}

/** The person behind a code of the service, when one phone bears it. */
export function nameOf(code) {
  for (const phone of state.phones.values()) if (phone.id === code || phone.person === code) return phone.name;
  return null;
}
