"""A writer of small .pdf files: text at places in a font that every reader of Chinese PDFs knows, lines, pictures."""

import zlib
from collections.abc import Sequence

WIDTH, HEIGHT = 595, 842
SIZE = 16


def text(x: float, y: float, words: str, size: float = SIZE) -> str:
    """A line of text whose upper left corner lies there, in points from the top left of the page."""
    code = words.encode("utf-16-be").hex().upper()
    return f"BT /F1 {size:g} Tf 1 0 0 1 {x:g} {HEIGHT - y - size * 0.88:g} Tm <{code}> Tj ET\n"


def sideways(x: float, y: float, words: str, size: float = SIZE) -> str:
    """A line of text that stands upright there on a page turned by 90 degrees."""
    code = words.encode("utf-16-be").hex().upper()
    return f"BT /F1 {size:g} Tf 0 1 -1 0 {y + size * 0.88:g} {x:g} Tm <{code}> Tj ET\n"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """A thin line."""
    return f"0.5 w {x0:g} {HEIGHT - y0:g} m {x1:g} {HEIGHT - y1:g} l S\n"


def bar(x0: float, y0: float, x1: float, y1: float) -> str:
    """A filled rectangle, as WPS draws the borders of tables."""
    return f"{x0:g} {HEIGHT - y1:g} {x1 - x0:g} {y1 - y0:g} re f\n"


def picture() -> str:
    """A picture over the whole page."""
    return f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I1 Do Q\n"


def pdf(pages: Sequence[str], *, turned: int = 0, encrypted: bool = False) -> bytes:
    """A file with those pages; `turned`: degrees by which a viewer shows them turned."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        "/W [1 [500] 2 95 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
        "\nstream\n\x7f\nendstream",
    ]
    for number, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {turned} /Contents {7 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> /XObject << /I1 5 0 R >> >> >>"
        )
        packed = zlib.compress(content.encode()).decode("latin-1")
        objects.append(f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n{packed}\nendstream")
    lock = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> /P -4 >> "
        if encrypted
        else ""
    )
    return _file(objects, lock)


def _file(objects: Sequence[str], lock: str) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {lock}/ID [<41><41>] >>"
    return data + f"{end}\nstartxref\n{len(data)}\n%%EOF\n".encode()
