"""Reports for measuring similarity: as many as wanted, one in twenty a copy of another with names, numbers and years
changed, sentences moved, and in half of the copies characters dropped. The same for the same number every time."""

import random
from functools import cache

from tests.composing.clauses import groups

SHARES = (0.6, 0.8, 0.95)
"""How much of a copy is its source's, in turn."""

EVERY = 20
SENTENCES = 50
"""Of a report: 1,700 characters, 5 kB."""

_STOCK = 0.4
"""Share of the sentences that any report can have word for word."""

_NUMBER, _NAME, _YEAR = "\1", "\2", "\3"

_FRAMES = (
    "围绕{}、{}和{}三项工作公开进展情况\1条，请{}代表到场核对",
    "在{}旁设公示牌，公布{}的补助标准和发放结果，涉及\1户",
    "\2把{}的办理流程画成图，贴在{}门口，\1人次据此办成了{}",
    "\3年重点公开{}的预算和{}的验收结果，收到意见\1条，采纳后调整了{}",
    "由{}和{}共同抽查{}公开情况\1次，发现的问题当场改正",
    "针对{}群众看不懂{}的问题，编写问答\1条，在{}广播",
    "\2与{}合办{}讲习\1期，把{}的规定讲给{}听",
    "将{}台账与{}档案合并，逐条登记来源、去向和{}责任人",
    "在{}微信群推送{}消息\1条，由{}负责答复提问",
    "{}的公开由月报改为周报，{}的公开增加了图片和{}",
    "修订{}目录，增列{}事项\1项，删去与{}重复的内容",
    "邀请{}从业人员评议{}公开栏，评议意见\1条交{}办理",
    "\2在{}设查阅点，配{}两台，全年接待{}人员\1人次",
    "{}项目的招标、{}和结算信息在{}三日内公布",
    "对{}和{}两类信息实行先审后发，退回修改\1件，多因{}表述不清",
    "从{}抽调人员充实{}岗位，\3年培训{}知识\1课时",
)


@cache
def words() -> tuple[str, ...]:
    """Twenty thousand words of jieba's dictionary."""
    import jieba

    with jieba.dt.get_dict_file() as file:
        known = (line.decode("utf-8").split(" ")[0] for line in file)
        han = sorted(
            {one for one in known if 2 <= len(one) <= 3 and all("一" <= char <= "鿿" for char in one)}
        )
    return tuple(random.Random(0).sample(han, 20_000))


@cache
def stock() -> tuple[str, ...]:
    """Clauses that any report can have."""
    clauses = (
        clause
        for topic in ("management", "platform", "supervision", "active")
        for group in groups(topic).values()
        for _, clause in group
    )
    return tuple(sorted({one.replace(" // ", "，").rstrip("。") for one in clauses if "{" not in one}))


def source_of(number: int) -> tuple[int, float] | None:
    """The report that one copies, and how much of it is from there; None for an original."""
    if number % EVERY != EVERY - 1:
        return None
    source = random.Random(f"source {number}").randrange(number)
    return source - (source % EVERY == EVERY - 1), SHARES[number // EVERY % len(SHARES)]


def report(number: int) -> tuple[str, tuple[str, ...]]:
    """The running text of a report, a line for each paragraph, and its own names, the longest first."""
    rng = random.Random(number)
    root, county = (rng.choice(words())[:2] for _ in range(2))
    names = (f"{root}镇", f"{county}县", root, county)
    year = str(2021 + number % 4)
    text = "\n".join("。".join(part) + "。" for part in _paragraphs(_sentences(number, rng)))
    pieces = text.replace(_NAME, f"{root}镇").replace(_YEAR, year).split(_NUMBER)
    numbered = "".join(piece + str(rng.randint(2, 400)) for piece in pieces[:-1]) + pieces[-1]
    return numbered, names


def _paragraphs(sentences: list[str]) -> list[list[str]]:
    return [sentences[at : at + 6] for at in range(0, len(sentences), 6)]


def _sentences(number: int, rng: random.Random) -> list[str]:
    own = _original(number)
    copied = source_of(number)
    if copied is None:
        return own
    source, share = copied
    kept = rng.sample(_original(source), round(share * SENTENCES))
    if number // EVERY % 2:
        kept = [_dropped(one, rng) if rng.random() < 0.5 else one for one in kept]
    return kept + own[len(kept) :]


def _dropped(sentence: str, rng: random.Random) -> str:
    at = rng.randrange(len(sentence))
    return sentence if sentence[at] in (_NAME, _NUMBER, _YEAR) else sentence[:at] + sentence[at + 1 :]


def _original(number: int) -> list[str]:
    rng = random.Random(-number - 1)
    known, common = words(), stock()
    made = []
    for _ in range(SENTENCES):
        if rng.random() < _STOCK:
            made.append(common[int(rng.random() * len(common))])
        else:
            frame = _FRAMES[int(rng.random() * len(_FRAMES))]
            made.append(frame.format(*(known[int(rng.random() * 20_000)] for _ in range(frame.count("{}")))))
    return made


def family(number: int) -> int:
    """The number of the report that all copies of it, and it, go back to."""
    copied = source_of(number)
    return copied[0] if copied else number
