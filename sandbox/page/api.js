// Every request to the server, and its failures as sentences. No nodes, no state.

export class ApiError extends Error {
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }
}

async function request(method, path, body) {
  const form = body instanceof FormData;
  let answer;
  try {
    answer = await fetch(`/api/${path}`, {
      method,
      headers: body && !form ? { "Content-Type": "application/json" } : undefined,
      body: form ? body : body && JSON.stringify(body),
    });
  } catch {
    throw new ApiError("Chưa kết nối được với máy chủ trình diễn.", 0);
  }
  if (!answer.ok) throw new ApiError(sentence(answer.status), answer.status);
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}

function sentence(status) {
  if (status === 404) return "Không còn thấy mục này. Hãy tải lại trang.";
  if (status === 413) return "Tệp quá lớn, không gửi được.";
  if (status >= 500) return "Máy chủ trình diễn gặp lỗi. Thử lại sau ít giây.";
  return "Máy chủ trình diễn không nhận yêu cầu này.";
}

/** A picture that a phone sends as a picture; any other file goes as a file. */
export function isPhoto(file) {
  return ["image/png", "image/jpeg", "image/gif", "image/webp"].includes(file.type);
}

const phone = (id) => `phones/${encodeURIComponent(id)}`;

export const api = {
  phones: () => request("GET", "phones"),
  addPhone: (details) => request("POST", "phones", details),
  messages: (id) => request("GET", `${phone(id)}/messages`),
  say: (id, text, replyTo, chat) => request("POST", `${phone(id)}/messages`, { text, reply_to: replyTo, chat }),
  addGroup: (title, members) => request("POST", "groups", { title, members, bot_administers: true }),
  attach(id, file, caption, chat) {
    const kind = isPhoto(file) ? "photo" : "file";
    const form = new FormData();
    form.append("caption", caption);
    if (chat) form.append("chat", chat);
    form.append(kind, file, file.name);
    return request("POST", `${phone(id)}/${kind}s`, form);
  },
  tap: (id, message, data) => request("POST", `${phone(id)}/taps`, { message, data }),
  edit: (id, message, text) => request("POST", `${phone(id)}/edits`, { message, text }),
  start: (id, code) => request("POST", `${phone(id)}/start`, { code }),
  block: (id, blocked) => request("POST", `${phone(id)}/block`, { blocked }),
  read: (id) => request("POST", `${phone(id)}/read`, {}),
  clock: () => request("GET", "clock"),
  moveClock: (to) => request("POST", "clock", { to: new Date(to).toISOString() }),
  faults: () => request("GET", "faults"),
  addFault: (fault) => request("POST", "faults", fault),
  dropFault: (id) => request("DELETE", id === undefined ? "faults" : `faults/${encodeURIComponent(id)}`),
  service: () => request("GET", "service"),
  course: ({ year, code, unit }) => request("GET", `course?${new URLSearchParams({ year, code, unit })}`),
  evidence: ({ sha256, mime }) => `/api/evidence/${sha256}?${new URLSearchParams({ mime: mime ?? "" })}`,
};
