"""Decodes a chunked request body as its bytes come. Nothing else of HTTP."""


class ChunkedBody:
    """Gathers the chunks of one body."""

    def __init__(self) -> None:
        self._whole = bytearray()
        self._left = -1  # bytes left of the current chunk; -1: a size line comes next
        self._ending = False

    def feed(self, buffer: bytearray) -> bytes | None:
        """Takes what it can from the buffer; the body when it is whole, else None."""
        while True:
            if self._ending:
                return self._skip_trailers(buffer)
            if self._left < 0:
                end = buffer.find(b"\r\n")
                if end < 0:
                    return None
                self._left = int(bytes(buffer[:end]).split(b";")[0], 16)
                del buffer[: end + 2]
                if self._left == 0:
                    self._ending = True
                continue
            if len(buffer) < self._left + 2:
                return None
            self._whole += buffer[: self._left]
            del buffer[: self._left + 2]
            self._left = -1

    def _skip_trailers(self, buffer: bytearray) -> bytes | None:
        while True:
            end = buffer.find(b"\r\n")
            if end < 0:
                return None
            line = bytes(buffer[:end])
            del buffer[: end + 2]
            if not line:
                return bytes(self._whole)
