"""What root may do beyond others, laid down: permissions are tested whoever runs the tests."""

import ctypes
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

import pytest

P = ParamSpec("P")
T = TypeVar("T")

_VERSION_3 = 0x20080522
"""Of the structures that capget(2) and capset(2) speak in."""

_PASSING_OVER = 0b1111
"""The bits of CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH and CAP_FOWNER (capabilities(7))."""


class _Head(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Set(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


def as_others(function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """What the function gives to somebody for whom permissions hold; the test is skipped where root cannot be that."""
    if os.name != "posix":
        pytest.skip("files have other permissions on this system")
    if os.geteuid() != 0:
        return function(*arguments, **named)
    with ThreadPoolExecutor(1) as thread:  # on Linux rights are a thread's own, and end with it
        if not thread.submit(_laid_down).result():
            pytest.skip("root cannot lay down its rights here")
        return thread.submit(function, *arguments, **named).result()


def _laid_down() -> bool:
    """Whether this thread has given up to pass over permissions."""
    if sys.platform != "linux":
        return False
    libc, head, sets = ctypes.CDLL(None), _Head(_VERSION_3, 0), (_Set * 2)()
    if libc.capget(ctypes.byref(head), sets) != 0:
        return False
    sets[0].effective &= ~_PASSING_OVER
    sets[0].permitted &= ~_PASSING_OVER  # access(2) goes by it
    return bool(libc.capset(ctypes.byref(head), sets) == 0)
