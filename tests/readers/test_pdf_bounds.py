"""PDF streams that unpack to more than any report needs are found before they are unpacked in memory."""

import tracemalloc
import zlib

import pytest

from linter.model.errors import UnreadableReport
from linter.readers.pdf_bounds import STREAM, check_streams


def bomb(size: int) -> bytes:
    """Deflated blanks."""
    packing = zlib.compressobj(9)
    return b"".join(packing.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + packing.flush()


def stream(packed: bytes) -> bytes:
    return b"4 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + packed + b"\nendstream\nendobj\n"


LARGE = bomb(STREAM + 2_000_000)


@pytest.mark.parametrize("packed", [LARGE, zlib.compress(LARGE, 9), zlib.compress(zlib.compress(LARGE, 9))])
def test_a_stream_that_unpacks_to_too_much_is_refused_in_little_memory(packed: bytes) -> None:
    tracemalloc.start()
    with pytest.raises(UnreadableReport) as caught:
        check_streams(b"%PDF-1.7\n" + stream(packed), "a.pdf")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (caught.value.kind, peak < 8_000_000) == ("too-large", True)


def test_many_streams_together_are_bounded_too() -> None:
    with pytest.raises(UnreadableReport):
        check_streams(stream(bomb(STREAM - 2_000_000)) * 12, "a.pdf")


@pytest.mark.parametrize("packed", [bomb(3_000_000), b"", b"\x78\x9cnothing", b"\x78", LARGE[:60]])
def test_what_is_small_or_broken_is_left_to_the_reader(packed: bytes) -> None:
    check_streams(stream(packed), "a.pdf")
