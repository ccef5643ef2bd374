"""What is unpickled from a work folder: only what this user's own run has put there. The folder stands beside the
result, in a place that others may write to."""

import os
import pickle
from hashlib import blake2b
from hmac import compare_digest
from typing import Any

from linter.cache import cached

_SUM = 32


def secret() -> bytes:
    """The user's own key, the same in later runs; where nothing can be kept, another each time."""
    return cached("work.key", "1", lambda: os.urandom(_SUM))


def sealed(thing: Any, key: bytes) -> bytes:
    """The thing pickled, with a sum that nobody can make without the key."""
    body = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
    return _sum(body, key) + body


def opened(body: bytes, key: bytes) -> Any:
    """What was sealed with that key; None for anything else."""
    if not compare_digest(body[:_SUM], _sum(body[_SUM:], key)):
        return None
    return pickle.loads(body[_SUM:])  # the sum says that we made it


def _sum(body: bytes, key: bytes) -> bytes:
    return blake2b(body, key=key, digest_size=_SUM).digest()
