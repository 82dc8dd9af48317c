"""The control API: phones, clock, faults, log, events, for the page and for scripts.

Routes only; what they do is in Platform.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from sandbox.control_phones import PLATFORM, body_of, platform_of
from sandbox.control_phones import routes as phone_routes
from sandbox.holdings import changed_at, evidence_file, read_course, read_holdings
from sandbox.platform import Platform

PAGE = Path(__file__).parent / "page"
LONGEST_WAIT = 55.0
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")

routes = web.RouteTableDef()


def make_app(platform: Platform) -> web.Application:
    """The application behind everything that is not a bot's call."""
    app = web.Application(middlewares=[_plain_mistakes], client_max_size=64 * 1024 * 1024)
    app[PLATFORM] = platform
    app.add_routes(phone_routes)
    app.add_routes(routes)
    app.on_response_prepare.append(_finish_headers)
    return app


async def _finish_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers["Cache-Control"] = "no-store"
    # A kept connection would bring a bot's next call here instead of to the front door.
    response.force_close()
    response.headers["Connection"] = "close"


@web.middleware
async def _plain_mistakes(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    try:
        return await handler(request)
    except (ValueError, TypeError, KeyError, StopIteration) as error:
        missing = isinstance(error, (KeyError, StopIteration))
        words = f"not found: {error}" if missing else str(error)
        return web.json_response({"error": words}, status=404 if missing else 400)


# The clock as the service reads it


@routes.get("/clock")
async def read_clock(request: web.Request) -> web.Response:
    """Now, or with `after` once the clock has been moved beyond that version."""
    clock = platform_of(request).clock
    if "after" in request.query:
        wait = min(LONGEST_WAIT, float(request.query.get("wait", 25)))
        await clock.changed(int(request.query["after"]), wait)
    return web.json_response(clock.as_json())


@routes.post("/clock")
async def report_idle(request: web.Request) -> web.Response:
    """The service says that it has ticked at this version and is idle."""
    clock = platform_of(request).clock
    clock.report_idle(int((await body_of(request))["version"]))
    return web.json_response(clock.as_json())


@routes.get("/api/clock")
async def show_clock(request: web.Request) -> web.Response:
    """Now and the version."""
    return web.json_response(platform_of(request).clock.as_json())


@routes.post("/api/clock")
async def move_clock(request: web.Request) -> web.Response:
    """Moves the clock and waits until the service is idle again."""
    platform = platform_of(request)
    wanted = await body_of(request)
    known = {name: wanted[name] for name in ("to", "days", "at", "seconds") if name in wanted}
    version = platform.move_clock(**known)
    idle = await platform.settle(version)
    return web.json_response(platform.clock.as_json() | {"idle": idle})


# Faults, raw updates, log


@routes.get("/api/faults")
async def list_faults(request: web.Request) -> web.Response:
    """The faults in force."""
    return web.json_response([fault.as_json() for fault in platform_of(request).faults.active])


@routes.post("/api/faults")
async def add_fault(request: web.Request) -> web.Response:
    """Orders a fault."""
    wanted = await body_of(request)
    details = {name: value for name, value in wanted.items() if value is not None}
    fault = platform_of(request).add_fault(
        details.pop("channel", "*"), details.pop("kind", ""), **details
    )
    return web.json_response({"id": fault.id})


@routes.delete("/api/faults")
async def remove_faults(request: web.Request) -> web.Response:
    """Takes all faults back."""
    platform_of(request).remove_fault()
    return web.json_response([])


@routes.delete("/api/faults/{id}")
async def remove_fault(request: web.Request) -> web.StreamResponse:
    """Takes one fault back."""
    platform_of(request).remove_fault(int(request.match_info["id"]))
    return await list_faults(request)


@routes.post("/api/updates")
async def push_update(request: web.Request) -> web.Response:
    """Queues a raw update."""
    wanted = await body_of(request)
    if not isinstance(wanted.get("update"), dict):
        raise ValueError("update must be an object")
    update = platform_of(request).push_update(wanted.get("channel", "telegram"), wanted["update"])
    return web.json_response({"update_key": update.key})


@routes.get("/api/log")
async def read_log(request: web.Request) -> web.Response:
    """The bots' calls."""
    return web.json_response(platform_of(request).log(int(request.query.get("after", 0))))


# The service, and what happens


@routes.get("/api/service")
async def show_service(request: web.Request) -> web.Response:
    """What the service holds."""
    platform = platform_of(request)
    held = await read_holdings(platform.data_dir, platform.service_url, platform.http)
    return web.json_response(held)


@routes.get("/api/course")
async def show_course(request: web.Request) -> web.Response:
    """What was reported and proved of one assignment: `year`, `code`, `unit`."""
    asked = request.query
    course = await read_course(
        platform_of(request).data_dir, int(asked["year"]), asked["code"], asked["unit"]
    )
    return web.json_response(course)


@routes.get("/api/evidence/{sha256}")
async def show_evidence(request: web.Request) -> web.StreamResponse:
    """A file of evidence by its content; never run as a page of its own."""
    path = evidence_file(platform_of(request).data_dir, request.match_info["sha256"])
    if path is None:
        raise web.HTTPNotFound
    mime = request.query.get("mime", "")
    shown = mime if mime in _PICTURES else "application/octet-stream"
    return web.FileResponse(
        path, headers={"Content-Type": shown, "X-Content-Type-Options": "nosniff"}
    )


@routes.get("/api/events")
async def watch_events(request: web.Request) -> web.StreamResponse:
    """Server-sent events, until the reader goes."""
    platform = platform_of(request)
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    events = platform.events.watch()
    mark = changed_at(platform.data_dir)
    try:
        await response.write(b": ready\n\n")
        while True:
            try:
                event = await asyncio.wait_for(events.get(), 1.0)
            except TimeoutError:
                event = {}
            latest = changed_at(platform.data_dir)
            if latest != mark:
                mark = latest
                await response.write(b'event: service\ndata: {"type": "service"}\n\n')
            if not event:
                await response.write(b": still here\n\n")
                continue
            line = f"event: {event['type']}\ndata: {json.dumps(event)}\n\n"
            await response.write(line.encode())
    except ConnectionError:
        return response
    finally:
        platform.events.unwatch(events)


@routes.get("/")
async def index(request: web.Request) -> web.FileResponse:
    """The page."""
    return web.FileResponse(PAGE / "index.html")


@routes.get("/{name:[^/].*}")
async def static(request: web.Request) -> web.FileResponse:
    """What belongs to the page."""
    path = (PAGE / request.match_info["name"]).resolve()
    if not path.is_relative_to(PAGE.resolve()) or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path)
