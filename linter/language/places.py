"""Names of townships, counties and what stands above them, as they follow one another in running text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from linter.language.late import late
from linter.model.document import Span
from linter.model.report import Title

Kind = Literal["township", "county", "upper"]

_NAME = late(
    r"(?P<root>[^\W\d_]{2,9}?)"
    r"(?P<kind>(?:民族乡|苏木|乡|镇|街道)(?![县旗区市镇乡村])|自治县|自治旗|自治州|自治区|县|旗|区|省|市|州|盟)"
)
_TOWNSHIPS = frozenset(("民族乡", "苏木", "乡", "镇", "街道"))
_COUNTIES = frozenset(("自治县", "自治旗", "县", "旗", "区"))
_NO_DISTRICT = frozenset(
    "开发新示范园景高保税自矿林特能假作理社辖地山城郊小专灌库牧农片厂校战疫验聚业活务心军政选街港湾老旧禁营误盲"
)
"""What stands before 区 in words that name no district: 开发区, 新区, 社区."""
_NO_COUNTY = late(r".*(?:海关关|名胜|风景|旅游|加工|化工|自贸|贸易|经济|先行|融合|合作|功能)|自治")
"""The same in more than one character: 海关关区, 名胜区; and 自治区, which the names of its offices begin with."""
_CONTRACTED = 5
"""Characters from which a county's name is contracted: 科尔沁右翼中旗 is also 科右中旗."""
_NO_NAME = late(
    r"[我本各全该每其某近县市区省乡镇街在由向对从到请经为以将把被让使给据至赴与及或并的]"
    r"|人民政府|政府|政务|党|综合|信息|便民|便于|行政|目前|部分|个别|多数|少数|所有|有关|相关|有的|辖区|所属|下属|基层|试点|示范"
    r"|中心|沿线|沿街|当地|属地|驻地|周边|邻近|附近|兄弟|先进|重点|首批|推动|推进|指导|督促|组织|联合|会同|协助|依托"
    r"|.*(?:[乡城村集市重古小强各个的等办局科委室站所部组队]|建制)$|.*(?:中心|公司|单位|办公)"
)
"""How what stands before a word for a kind begins or ends that makes it no name: 各乡镇, 建制镇, 农业办乡镇."""


@dataclass(frozen=True, slots=True)
class Place:
    """A unit's name; `root` is what stands before the word for its kind."""

    span: Span
    root: str
    kind: Kind

    def may_be(self, other: "Place") -> bool:
        """Whether both can be one unit: 青陂乡 and 青陂回族乡, 云溪县 and 云溪区, 青兰河右翼中旗 and 青右中旗."""
        short, long = sorted((self.root, other.root), key=len)
        contracted = self.kind == "county" and _is_contracted(short, long)
        return self.kind == other.kind and (short in long or contracted)


def places(text: str, start: int = 0) -> Iterator[Place]:
    """The names from the start of `text` on, from top to bottom: 岚江市云溪县青禾镇人民政府 has three. Nothing
    after what is no name, nor after a township's. `start` is where `text` stands in the text that the spans count in."""
    at = 0
    while match := _NAME.match(text, at):
        root, kind = match["root"], match["kind"]
        if not _is_name(root, kind):
            return
        sort: Kind = "township" if kind in _TOWNSHIPS else "county" if kind in _COUNTIES else "upper"
        yield Place(Span(start + match.start(), start + match.end()), root, sort)
        if sort == "township":
            return
        at = match.end()


def own_places(title: Title) -> tuple[Place, ...]:
    """The names in the title: those above the unit, and its own."""
    return tuple(place for part in (*title.parents, title.unit or "") for place in places(part))


def _is_contracted(short: str, long: str) -> bool:
    """Whether a short name begins as the long one does and goes on with some of its other characters, in order."""
    left = iter(long)
    return len(long) >= _CONTRACTED and short[0] == long[0] and all(char in left for char in short)


def _is_name(root: str, kind: str) -> bool:
    """Whether the two can be a unit's name rather than a word: 城镇, 各乡镇, 开发区 are none."""
    if kind in ("区", "县", "旗", "州") and _NO_COUNTY.fullmatch(root):
        return False
    return not _NO_NAME.match(root) and not (kind == "区" and root[-1] in _NO_DISTRICT)
