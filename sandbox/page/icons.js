// Line icons drawn for this page, as path data. No other file draws.

const PATHS = {
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 9a6.5 6.5 0 0 1 13 0M16 4.6a3.3 3.3 0 0 1 0 6M18.2 14.4A6 6 0 0 1 21.5 20",
  close: "M6 6l12 12M18 6L6 18",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  clip: "M20 11.5l-7.8 7.8a5 5 0 0 1-7.1-7.1l8.2-8.2a3.4 3.4 0 0 1 4.8 4.8l-8.1 8.1a1.7 1.7 0 0 1-2.4-2.4l7.3-7.3",
  send: "M5 12h13M12.5 5.5L19 12l-6.5 6.5",
  reply: "M10 7L5 12l5 5M5.5 12H14a5 5 0 0 1 5 5v1",
  edit: "M4.5 19.5l1-4L16 5a2.1 2.1 0 0 1 3 3L8.5 18.5ZM14 7l3 3",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.2 2",
  calendar: "M4.5 6.5h15v13h-15ZM4.5 10.5h15M8.5 3.5v4M15.5 3.5v4",
  left: "M14.5 6l-6 6 6 6",
  right: "M9.5 6l6 6-6 6",
  down: "M6 9.5l6 6 6-6",
  book: "M5 4.5h11.5A2.5 2.5 0 0 1 19 7v12.5H7a2 2 0 0 1-2-2ZM5 17.5a2 2 0 0 1 2-2h12M9 8.5h6",
  fault: "M12 4l9 16H3ZM12 10v4.5M12 17.2v.01",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.9M12 16.8v.01",
  file: "M7 3.5h7l4 4v13H7ZM14 3.5v4h4",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM16 16l4.5 4.5",
  plus: "M12 5v14M5 12h14",
};

/** An icon by name, hidden from screen readers: its button carries the words. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
