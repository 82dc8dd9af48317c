"""Reads request bodies: JSON, forms, multipart. Knows no method of any platform."""

import json
import re
from typing import Any
from urllib.parse import parse_qsl, unquote

from sandbox.wire.calls import ApiError, Upload

_NAME = re.compile(r'\bname="((?:[^"\\]|\\.)*)"')
_FILENAME = re.compile(r'\bfilename="((?:[^"\\]|\\.)*)"')
_FILENAME_STAR = re.compile(r"\bfilename\*=utf-8''([^;\s]+)", re.IGNORECASE)
_BOUNDARY = re.compile(r'boundary="?([^";]+)"?')


def read_body(
    content_type: str, body: bytes, *, json_only: bool = False
) -> tuple[dict[str, Any], dict[str, Upload]]:
    """The parameters and the files in a body. Raises ApiError 400 for what cannot be read."""
    if not body:
        return {}, {}
    if content_type.startswith("application/json"):
        return _read_json(body), {}
    if json_only:
        raise ApiError(400, "Bad Request: JSON expected")
    if content_type.startswith("multipart/form-data"):
        return _read_multipart(content_type, body)
    if content_type.startswith("application/x-www-form-urlencoded"):
        return _read_form(body), {}
    return {}, {}


def read_query(query: str) -> dict[str, Any]:
    """The parameters of a query string."""
    return dict(parse_qsl(query, keep_blank_values=True)) if query else {}


def _read_json(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body)
    except UnicodeDecodeError:
        raise ApiError(400, "Bad Request: strings must be encoded in UTF-8") from None
    except (ValueError, RecursionError):
        raise ApiError(400, "Bad Request: can't parse JSON object") from None
    if not isinstance(values, dict):
        raise ApiError(400, "Bad Request: object expected as a request body")
    return values


def _read_form(body: bytes) -> dict[str, Any]:
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise ApiError(400, "Bad Request: strings must be encoded in UTF-8") from None


def _read_multipart(content_type: str, body: bytes) -> tuple[dict[str, Any], dict[str, Upload]]:
    found = _BOUNDARY.search(content_type)
    if not found:
        raise ApiError(400, "Bad Request: boundary field not found in Content-Type")
    params: dict[str, Any] = {}
    files: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + found[1].encode("latin-1"))[1:]:
        if part.startswith(b"--"):
            return params, files
        head, separator, data = part.partition(b"\r\n\r\n")
        headers = head.decode("utf-8", "replace")
        name = _NAME.search(headers)
        if not separator or not name:
            raise ApiError(400, "Bad Request: can't parse multipart body")
        filename = _filename(headers)
        if filename is None:
            try:
                params[name[1]] = data.decode("utf-8")
            except UnicodeDecodeError:
                raise ApiError(400, "Bad Request: strings must be encoded in UTF-8") from None
        else:
            files[name[1]] = Upload(filename, _part_type(headers), data)
    raise ApiError(400, "Bad Request: multipart body ends before its last boundary")


def _filename(headers: str) -> str | None:
    starred = _FILENAME_STAR.search(headers)
    if starred:
        return unquote(starred[1])
    plain = _FILENAME.search(headers)
    return re.sub(r"\\(.)", r"\1", plain[1]) if plain else None


def _part_type(headers: str) -> str:
    for line in headers.split("\r\n"):
        key, _, value = line.partition(":")
        if key.strip().lower() == "content-type":
            return value.strip()
    return "application/octet-stream"
