"""A Zalo update as it goes out: bare, or under "result"; both have been seen. Nothing else."""

from sandbox.world.world import World


def wrap(world: World, body: bytes) -> bytes:
    """The body as the world's setting wants it."""
    wrapped = world.zalo_wrapping == "wrapped"
    if world.zalo_wrapping == "mixed":
        wrapped = world.zalo_wrapped_last = not world.zalo_wrapped_last
    return b'{"ok":true,"result":' + body + b"}" if wrapped else body
