"""The control API's routes about phones, groups and what they show. What they do is in Platform."""

from typing import Any

from aiohttp import web

from sandbox.platform import Platform
from sandbox.world import views

PLATFORM = web.AppKey("platform", Platform)
TAP_WAIT = 10.0

routes = web.RouteTableDef()


def platform_of(request: web.Request) -> Platform:
    """The platform behind a request."""
    return request.app[PLATFORM]


async def body_of(request: web.Request) -> dict[str, Any]:
    """The JSON object in a request; {} when there is no body. Raises ValueError."""
    body = await request.json() if request.can_read_body else {}
    if not isinstance(body, dict):
        raise ValueError("an object is expected")
    return body


@routes.get("/api/phones")
async def list_phones(request: web.Request) -> web.Response:
    """All phones."""
    return web.json_response(platform_of(request).as_json())


@routes.post("/api/phones")
async def add_phone(request: web.Request) -> web.Response:
    """A new phone."""
    wanted = await body_of(request)
    names = ("name", "title", "unit", "role", "channel", "bot", "username", "person", "started")
    known = {name: wanted[name] for name in names if wanted.get(name) is not None}
    return web.json_response(views.phone(platform_of(request).add_phone(**known)))


@routes.get("/api/phones/{id}/messages")
async def list_messages(request: web.Request) -> web.Response:
    """Everything on a phone."""
    return web.json_response(platform_of(request).messages(request.match_info["id"]))


@routes.post("/api/phones/{id}/messages")
async def type_text(request: web.Request) -> web.Response:
    """Types a text; `chat` names a group."""
    wanted = await body_of(request)
    platform, phone = platform_of(request), request.match_info["id"]
    said = platform.type_text(
        phone, wanted["text"], reply_to=wanted.get("reply_to"), chat=wanted.get("chat")
    )
    return web.json_response(views.message(said, platform.phone(phone)))


@routes.post("/api/phones/{id}/photos")
async def send_photo(request: web.Request) -> web.Response:
    """Sends a picture."""
    platform, phone = platform_of(request), request.match_info["id"]
    data, name, caption, chat = await _upload(request, "photo")
    said = platform.send_photo(phone, data, caption, name, chat=chat)
    return web.json_response(views.message(said, platform.phone(phone)))


@routes.post("/api/phones/{id}/files")
async def send_file(request: web.Request) -> web.Response:
    """Sends a file."""
    platform, phone = platform_of(request), request.match_info["id"]
    data, name, caption, chat = await _upload(request, "file")
    said = platform.send_file(phone, data, name, caption, chat=chat)
    return web.json_response(views.message(said, platform.phone(phone)))


async def _upload(request: web.Request, field: str) -> tuple[bytes, str, str, str | None]:
    form = await request.post()
    file = form.get(field)
    if not isinstance(file, web.FileField):
        raise ValueError(f"a file named {field} is expected")
    caption, chat = str(form.get("caption") or ""), str(form.get("chat") or "")
    return file.file.read(), file.filename, caption, chat or None


@routes.post("/api/phones/{id}/taps")
async def tap(request: web.Request) -> web.Response:
    """Taps a button and waits a while for the bot's answer."""
    platform, wanted = platform_of(request), await body_of(request)
    tapped = platform.tap(
        request.match_info["id"],
        wanted["message"],
        wanted["data"],
        forged=wanted.get("forged") is True,
    )
    return web.json_response({"answer": await platform.answer_to(tapped, TAP_WAIT)})


@routes.post("/api/phones/{id}/edits")
async def edit_text(request: web.Request) -> web.Response:
    """Changes a text of one's own."""
    platform, phone, wanted = platform_of(request), request.match_info["id"], await body_of(request)
    said = platform.edit_text(phone, wanted["message"], wanted["text"])
    return web.json_response(views.message(said, platform.phone(phone)))


@routes.post("/api/phones/{id}/start")
async def start(request: web.Request) -> web.Response:
    """Follows a deep link, or types the code."""
    platform, phone = platform_of(request), request.match_info["id"]
    said = platform.start(phone, (await body_of(request)).get("code", ""))
    return web.json_response(views.message(said, platform.phone(phone)))


@routes.post("/api/phones/{id}/block")
async def block(request: web.Request) -> web.Response:
    """Blocks the bot, or lets it in again."""
    platform, phone = platform_of(request), request.match_info["id"]
    platform.block(phone, (await body_of(request)).get("blocked", True) is True)
    return web.json_response(views.phone(platform.phone(phone)))


@routes.post("/api/phones/{id}/read")
async def read(request: web.Request) -> web.Response:
    """Looks at the messages."""
    platform, phone = platform_of(request), request.match_info["id"]
    platform.read(phone)
    return web.json_response(views.phone(platform.phone(phone)))


@routes.post("/api/groups")
async def add_group(request: web.Request) -> web.Response:
    """A group: `{title, members: [phone ids], administrators: [phone ids], bot_administers}`; the
    first member made it."""
    platform, wanted = platform_of(request), await body_of(request)
    members = [platform.phone(phone) for phone in wanted["members"]]
    administrators = [platform.phone(phone) for phone in wanted.get("administrators", [])]
    if not members:
        raise ValueError("a group needs members")
    made = platform.add_group(
        wanted["title"],
        members,
        administrators=administrators,
        bot_administers=wanted.get("bot_administers") is True,
    )
    return web.json_response(views.group(made))


@routes.get("/media/{id}")
async def media(request: web.Request) -> web.Response:
    """A picture or a file that somebody sent."""
    file = platform_of(request).files.get(request.match_info["id"].partition(".")[0])
    if file is None:
        raise web.HTTPNotFound
    return web.Response(body=file.data, headers={"Content-Type": file.mime})
