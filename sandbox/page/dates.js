// Dates and hours in Vietnamese, always of Asia/Ho_Chi_Minh (UTC+7, no summer time). No page, no network.

const ZONE = 7 * 3600e3;
export const DAY = 86400e3;
const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

/** Milliseconds of an ISO instant; the six decimals are cut to the three every browser reads. */
export function instant(iso) {
  return Date.parse(iso.replace(/(\.\d{3})\d+/, "$1"));
}

/** {year, month, day, weekday, hour, minute} on the wall in Việt Nam. */
export function wall(ms) {
  const at = new Date(ms + ZONE);
  return {
    year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(),
    weekday: at.getUTCDay(), hour: at.getUTCHours(), minute: at.getUTCMinutes(),
  };
}

/** The instant of a wall date and time. */
export function fromWall(year, month, day, hour = 0, minute = 0) {
  return Date.UTC(year, month - 1, day, hour, minute) - ZONE;
}

const two = (number) => String(number).padStart(2, "0");
// The offices' habit: 09/6, 10/6, but 09/01 and 09/02, where a stroke could be added.
const month = (number) => (number < 3 ? two(number) : String(number));

/** 07:30 */
export function hour(ms) {
  const at = wall(ms);
  return `${two(at.hour)}:${two(at.minute)}`;
}

/** thứ Tư, 09/6 (with the year when asked) */
export function day(ms, withYear = false) {
  const at = wall(ms);
  return `${WEEKDAYS[at.weekday]}, ${two(at.day)}/${month(at.month)}${withYear ? `/${at.year}` : ""}`;
}

/** thứ Tư, 09/6/2021, 07:00 */
export function full(ms) {
  return `${day(ms, true)}, ${hour(ms)}`;
}

/** 09/6 07:00, for tables. */
export function short(ms) {
  const at = wall(ms);
  return `${two(at.day)}/${month(at.month)} ${hour(ms)}`;
}

/** A number that is the same within one day in Việt Nam. */
export function dayNumber(ms) {
  return Math.floor((ms + ZONE) / DAY);
}

/** A capital at the start of a line. */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The stops on the way to a later time: 07:30 of each day between, then the time itself.
 * Time passes day by day so that each morning's reminders arrive; beyond 40 days it is one leap.
 */
export function stops(from, to) {
  const list = [];
  if (to - from <= 40 * DAY) {
    const start = wall(from);
    for (let at = fromWall(start.year, start.month, start.day, 7, 30); at < to - 60e3; at += DAY) {
      if (at > from + 60e3) list.push(at);
    }
  }
  return [...list, to];
}
