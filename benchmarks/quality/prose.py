"""The running text of a composed report: the five topics, the problems, other matters."""

import random
from collections.abc import Callable, Sequence

from benchmarks.quality.clauses import Facts, one, pick
from benchmarks.quality.houses import House
from benchmarks.quality.scene import Scene
from tests.composing.enumerations import write
from tests.composing.lines import Line

Paragraphs = tuple[str, ...]
Item = tuple[str, str]
FAULTS, PLANS = 6, 7
"""In the place of a topic's number: lines of section five on problems, and on measures."""
_HEADS = ("存在的主要问题", "改进情况")


def active(rng: random.Random, about: Scene, house: House) -> Paragraphs:
    """主动公开: how much, and what."""
    facts, first = about.facts, [one(rng, about.facts, "active", "totals")]
    if house.labels == "none":
        first.insert(0, one(rng, facts, "active", "none"))
    details = [*pick(rng, facts, "active", "fields", rng.randint(house.least, house.least + 2))]
    if about.form == "2021":
        details += pick(rng, facts, "active", "fields-2021", int(rng.random() < 0.4))
        if about.busy:
            group = rng.choice(("normative-busy", "enforcement-busy"))
            details.insert(0, one(rng, facts, "active", group))
    details += about.asides[: rng.randint(0, 2)]
    if rng.random() < 0.5:
        return ("".join(first), "".join(details))
    return ("".join((*first, *details)),)


def on_request(rng: random.Random, about: Scene, house: House) -> Paragraphs:
    """依申请公开: as table three has it, or that nothing came; then how it is done."""
    facts, said = about.facts, []
    if house.labels == "none":
        said.append(one(rng, facts, "requests", "none"))
    said.append(one(rng, facts, "requests", "busy" if about.busy else "zero"))
    if about.busy:
        said.append(one(rng, facts, "requests", "results"))
    disputed = bool(facts["review"] or facts["suits"])
    if disputed or ("复议" not in said[-1] and rng.random() < 0.7):
        said.append(one(rng, facts, "requests", "disputes-busy" if disputed else "disputes-zero"))
    said += pick(rng, facts, "requests", "practice", rng.randint(0, house.least))
    return ("".join(said),)


def management(rng: random.Random, about: Scene, house: House) -> Paragraphs:
    """政府信息管理: a list of what was done."""
    return _listed(rng, about, house, "management")


def platform(rng: random.Random, about: Scene, house: House) -> Paragraphs:
    """平台建设: a list of what was done."""
    return _listed(rng, about, house, "platform")


def supervision(rng: random.Random, about: Scene, house: House) -> Paragraphs:
    """监督保障, with the results of 工作考核、社会评议、责任追究."""
    facts = about.facts
    said = [one(rng, facts, "supervision", "none" if house.labels == "none" else "openings")]
    said += pick(rng, facts, "supervision", "training", rng.randint(1, 2) if house.least > 1 else 1)
    said += pick(rng, facts, "supervision", "inspection", rng.randint(0, house.least))
    results = ("assessment", "appraisal", "accountability") if rng.random() < 0.6 else ("combined",)
    results_said = [one(rng, facts, "supervision", group) for group in results]
    if rng.random() < 0.3:
        return ("".join(said), "".join(results_said))
    return ("".join((*said, *results_said)),)


TOPICS: Sequence[Callable[[random.Random, Scene, House], Paragraphs]] = (
    active,
    on_request,
    management,
    platform,
    supervision,
)
"""In the order of the form."""


def problems(rng: random.Random, about: Scene, house: House) -> tuple[Line, ...]:
    """Section five: problems of the year, what was done about last year's, and a measure for each problem."""
    pairs = [
        clause.split(" // ") for clause in pick(rng, about.facts, "problems", "pairs", rng.randint(2, 4))
    ]
    faults, measures = ([(pair[1], pair[n]) for pair in pairs] for n in (0, 2))
    done = one(rng, about.facts, "problems", "done")
    if house.problems == "paired":
        texts = [
            f"{fault}。改进措施：{measure}。"
            for (_, fault), (_, measure) in zip(faults, measures, strict=True)
        ]
        return tuple(Line(text, "prose", 5) for text in (*texts, done))
    style = {
        "平铺": "一是。",
        "两层": "一是；",
        "一是标题。": "一是；",
        "一是标题：": "一是；",
        "一是段": "一是；",
    }
    manner = rng.choice(house.lists)
    manner = style.get(manner, manner)
    if manner == "1.段":
        manner = "1.；段"
    first = _block(rng, about.facts, "openings", faults, manner)
    second = _block(rng, about.facts, "plans", measures, manner)
    if house.problems == "headings":
        return (
            Line(_mark(house, 0) + _HEADS[0], "topic", 5),
            *(Line(text, "prose", 5, FAULTS) for text in first),
            Line(_mark(house, 1) + _HEADS[1], "topic", 5),
            Line(done, "prose", 5),
            *(Line(text, "prose", 5, PLANS) for text in second),
        )
    return (
        *(Line(text, "prose", 5, FAULTS) for text in first),
        Line(done, "prose", 5),
        *(Line(text, "prose", 5, PLANS) for text in second),
    )


def others(rng: random.Random, about: Scene) -> tuple[Line, ...]:
    """Section six: the fee, which the form of 2019 does not ask for, and what else there is."""
    said: list[str] = []
    if about.form == "2021":
        charged = about.busy and rng.random() < 0.3
        said.append(one(rng, about.facts, "closing", "fee-busy" if charged else "fee-zero"))
    elif rng.random() < 0.5:
        said.append(one(rng, about.facts, "closing", "fee-2019"))
    said += pick(rng, about.facts, "closing", "extra", rng.randint(0, 1))
    if not said or rng.random() < 0.5:
        said.append(one(rng, about.facts, "closing", "nothing"))
    if rng.random() < 0.5:
        return tuple(Line(text, "prose", 6) for text in said)
    return (Line("".join(said), "prose", 6),)


def _listed(rng: random.Random, about: Scene, house: House, topic: str) -> Paragraphs:
    """An opening or an announcement, and a list in one of the house's manners; now and then more behind it."""
    clauses = pick(rng, about.facts, topic, "items", rng.randint(max(house.least, 2), house.least + 2))
    style = rng.choice(house.lists)
    items = [_item(clause, titled="标题" in style or style in ("一是段", "1.段")) for clause in clauses]
    opening = one(rng, about.facts, topic, "none" if house.labels == "none" else "openings")
    if style not in ("平铺", "两层") and rng.random() < 0.5:
        opening += one(rng, about.facts, topic, "intros", n=_number(len(items)))
    listed = write(items, style)
    aside = about.asides[{"management": -1, "platform": -2}[topic]]
    more = (aside,) if rng.random() < 0.3 else ()
    if len(listed) > 1:
        return (opening, *listed, *more)
    return (opening + listed[0], *more)


def _item(clause: str, *, titled: bool) -> Item:
    """Label and text of a list's item; under a title the text does not begin with it again."""
    label, _, text = clause.partition(" // ")
    return label, text.removeprefix(f"{label}，") if titled else text


def _block(rng: random.Random, facts: Facts, group: str, items: list[Item], style: str) -> tuple[str, ...]:
    opening = one(rng, facts, "problems", group, n=_number(len(items)))
    listed = write(items, style)
    return (opening, *listed) if len(listed) > 1 else (opening + listed[0],)


def _number(count: int) -> str:
    return "零一两三四五六七八九"[count]


def _mark(house: House, number: int) -> str:
    return f"{number + 1}." if house.mark == "1." else f"（{'一二'[number]}）"
