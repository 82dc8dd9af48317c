// The line of server-sent events: opens it, opens it again when it breaks. Knows no nodes and no meaning.

const TYPES = ["message", "edited", "deleted", "typing", "answer", "clock", "faults", "phones", "service"];
const AGAIN_MS = 1500;

/** Calls hear(event) for each event, opened() at each (re)connection, broken() when the line is lost. */
export function listen(hear, opened, broken) {
  const source = new EventSource("/api/events");
  let over = false;
  const again = () => {
    if (over) return;
    over = true;
    source.close();
    broken();
    setTimeout(() => listen(hear, opened, broken), AGAIN_MS);
  };
  source.onopen = () => opened();
  // Reopened by ourselves: a browser gives up for good when the port answers with an error.
  source.onerror = again;
  const take = (raw) => {
    const event = JSON.parse(raw.data);
    hear({ type: raw.type, ...event });
  };
  for (const type of TYPES) source.addEventListener(type, take);
}
