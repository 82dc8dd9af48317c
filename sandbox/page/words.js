// Every table of words: roles, states, faults. Vietnamese for people; no logic.

export const ROLE_GROUPS = [
  { id: "all", label: "Tất cả", roles: null },
  { id: "staff", label: "Cán bộ", roles: ["người báo cáo"] },
  { id: "lead", label: "Lãnh đạo", roles: ["lãnh đạo đơn vị", "phụ trách địa bàn", "phụ trách địa bàn, lĩnh vực", "thường trực"] },
  { id: "office", label: "Văn phòng", roles: ["văn phòng", "quản trị"] },
];
export const ROLES = ["người báo cáo", "lãnh đạo đơn vị", "phụ trách địa bàn", "thường trực", "văn phòng", "quản trị"];

// state → [words, tone]; tones: ok, busy, wait, bad, off
export const INBOX = {
  new: ["mới nhận", "wait"], claimed: ["đang xử lý", "busy"], done: ["đã xử lý", "ok"],
  parked: ["để riêng, cần người xem", "bad"], ignored: ["bỏ qua", "off"],
};
export const OUTBOX = {
  queued: ["chờ gửi", "wait"], sending: ["đang gửi", "busy"], sent: ["đã gửi", "ok"],
  unknown: ["không rõ đã tới chưa", "bad"], dead: ["không gửi được", "bad"],
  cancelled: ["đã hủy", "off"], expired: ["quá giờ, không gửi nữa", "off"],
};
export const JOBS = {
  queued: ["chờ làm", "wait"], running: ["đang làm", "busy"], done: ["đã xong", "ok"], failed: ["không làm được", "bad"],
};
// What a report said, where it is more than a figure.
export const INTENTS = { done: ["hoàn thành", "ok"], not_started: ["chưa thực hiện", "off"], blocked: ["vướng mắc", "bad"] };
export const KINDS = { answer: "trả lời", reminder: "nhắc việc", digest: "tổng hợp", broadcast: "chỉ đạo", directive: "chỉ đạo", approval: "xin duyệt", alert: "cảnh báo" };

/**
 * What can be made to fail. id, label, note; kind and fixed parameters of the server's fault;
 * needs: "person" (one must be chosen) or "group" (a new one is made); only: the channel on which it can happen; rare: shown on request.
 */
export const FAULTS = [
  { id: "busy", label: "Nhà mạng bận (429)", note: "Từ chối và hẹn gửi lại sau vài giây.", kind: "429", retry_after: 5, only: "telegram" },
  { id: "quota", label: "Hết lượt gửi của gói (429)", note: "Kênh Zalo dừng đến khi khởi động lại dịch vụ; tin chờ không mất.", kind: "429", only: "zalo" },
  { id: "error", label: "Máy chủ lỗi (500)", note: "Nhà mạng báo lỗi, không nhận tin.", kind: "500" },
  { id: "hang", label: "Treo không trả lời", note: "Im lặng một phút, không rõ đã nhận hay chưa.", kind: "hang", seconds: 60 },
  { id: "cut", label: "Đã nhận rồi mới đứt kết nối", note: "Tin tới nơi nhưng bên gửi không được báo.", kind: "reset_after" },
  { id: "blocked", label: "Người nhận đã chặn", note: "Không gửi được cho người này nữa (403).", kind: "forbidden", needs: "person", only: "telegram" },
  { id: "gone", label: "Người nhận đã chặn", note: "Không gửi được cho người này nữa; Zalo chỉ báo không tìm thấy (400).", kind: "not_found", needs: "person", only: "zalo" },
  { id: "moved", label: "Nhóm chuyển sang mã mới", note: "Lập một nhóm, gọi trợ lý; đúng lúc trả lời thì địa chỉ nhóm đổi.", kind: "moved", needs: "group", only: "telegram" },
  { id: "second", label: "Có máy khác cùng nhận tin", note: "Hai máy cùng nhận, nhà mạng từ chối máy này.", kind: "poller", method: "getUpdates", only: "telegram" },
  { id: "down", label: "Mất mạng hoàn toàn", note: "Mọi kết nối đều bị từ chối.", kind: "down", method: "*", rare: true },
  { id: "slow", label: "Mạng chậm", note: "Mỗi lần gửi mất năm giây.", kind: "slow", seconds: 5, rare: true },
  { id: "before", label: "Đứt kết nối khi chưa nhận", note: "Tin chưa tới nơi.", kind: "reset_before", rare: true },
  { id: "gateway", label: "Trang báo lỗi thay cho câu trả lời (502)", note: "Thiết bị trung gian chen vào.", kind: "502html", rare: true },
  { id: "late", label: "Quá giờ chờ (504)", note: "Không rõ đã nhận hay chưa.", kind: "504", rare: true },
  { id: "half", label: "Câu trả lời bị cắt giữa chừng", note: "Đã nhận tin, trả lời không đọc được.", kind: "truncated", rare: true },
  { id: "empty", label: "Câu trả lời trống", note: "Đã nhận tin, không nói gì thêm.", kind: "empty", rare: true },
  { id: "lost", label: "Không tìm thấy người nhận (400)", note: "Địa chỉ không còn.", kind: "not_found", needs: "person", only: "telegram", rare: true },
  { id: "unwell", label: "Zalo báo trục trặc (403)", note: "Lỗi tạm thời phía Zalo, dịch vụ gửi lại sau.", kind: "forbidden", only: "zalo", rare: true },
  { id: "token", label: "Mã truy cập bị thu hồi (401)", note: "Kênh này dừng đến khi có mã mới.", kind: "unauthorized", method: "*", rare: true },
];
