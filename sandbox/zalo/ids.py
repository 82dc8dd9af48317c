"""Zalo's ids. Nothing else."""

import os


def new_id() -> str:
    """20 hex digits."""
    return os.urandom(10).hex()
