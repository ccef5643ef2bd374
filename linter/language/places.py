"""Names of townships, counties and what stands above them, as they follow one another in running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from linter.model.document import Span
from linter.model.report import Title

Kind = Literal["township", "county", "upper"]

_NAME = re.compile(
    r"(?P<root>[一-鿿]{2,9}?)"
    r"(?P<kind>(?:民族乡|苏木|乡|镇|街道)(?![县旗区市镇乡])|自治县|自治旗|自治州|自治区|县|旗|区|省|市|州|盟)"
)
_TOWNSHIPS = frozenset(("民族乡", "苏木", "乡", "镇", "街道"))
_COUNTIES = frozenset(("自治县", "自治旗", "县", "旗", "区"))
_NO_DISTRICT = frozenset("开发新示范园景高保税自矿林特能假作理社辖地山城郊小专灌库牧农片厂校战疫")
"""What stands before 区 in words that name no district: 开发区, 新区, 社区."""
_NO_NAME_BEGINS = (
    *"我本各全该每其某县市区省乡镇街在由向对从到请经为以将把被让使给据至赴与及或并的",
    *("人民政府", "政府", "政务", "党", "综合", "信息", "便民", "便于", "行政"),
)
_NO_NAME_ENDS = tuple("乡城村集市重古小强各个的等建制")


@dataclass(frozen=True, slots=True)
class Place:
    """A unit's name; `root` is what stands before the word for its kind."""

    span: Span
    root: str
    kind: Kind

    def may_be(self, other: "Place") -> bool:
        """Whether both can be one unit: 青陂乡 and 青陂回族乡, 云溪县 and 云溪区."""
        return self.kind == other.kind and (self.root in other.root or other.root in self.root)


def places(text: str, start: int = 0) -> Iterator[Place]:
    """The names from the start of `text` on, one after the other: 岚江市云溪县青禾镇人民政府 has three. Nothing
    after what is no name. `start` is where `text` stands in the text that the spans count in."""
    at = 0
    while match := _NAME.match(text, at):
        root, kind = match["root"], match["kind"]
        if not _is_name(root, kind):
            return
        sort: Kind = "township" if kind in _TOWNSHIPS else "county" if kind in _COUNTIES else "upper"
        yield Place(Span(start + match.start(), start + match.end()), root, sort)
        at = match.end()


def own_places(title: Title) -> tuple[Place, ...]:
    """The names in the title: those above the unit, and its own."""
    return tuple(place for part in (*title.parents, title.unit or "") for place in places(part))


def _is_name(root: str, kind: str) -> bool:
    """Whether the two can be a unit's name rather than a word: 城镇, 各乡镇, 开发区 are none."""
    if root.startswith(_NO_NAME_BEGINS) or root.endswith(_NO_NAME_ENDS):
        return False
    return not (kind == "区" and root[-1] in _NO_DISTRICT)
