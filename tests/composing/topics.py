"""The five topics of section one, each as paragraphs."""

import random
from collections.abc import Callable, Sequence

from tests.composing.clauses import Item, as_item, counted, items, one, pick, suitable
from tests.composing.enumerations import write
from tests.composing.houses import House
from tests.composing.scene import Scene

Paragraphs = tuple[str, ...]


def active(rng: random.Random, scene: Scene, house: House) -> Paragraphs:
    """主动公开: the total with its parts, then what was made public."""
    slots = scene.slots
    total = one(rng, slots, "active", "totals")
    if house.labels == "none" and ("主动公开" not in total or rng.random() < 0.3):
        total = one(rng, slots, "active", "none") + total
    details = list(pick(rng, slots, "active", "fields", rng.randint(2, 5)))
    if scene.form == "2021":
        details += pick(rng, slots, "active", "fields-2021", int(rng.random() < 0.3))
        if scene.busy:
            details.insert(0, one(rng, slots, "active", rng.choice(("normative-busy", "enforcement-busy"))))
    style = rng.choice(("running", "paragraphs", "list"))
    if style == "running":
        return (total + "".join(details),)
    if style == "paragraphs":
        return (total, *details)
    return (total + write([("", text.removesuffix("。")) for text in details], "一是。")[0],)


def on_request(rng: random.Random, scene: Scene, _house: House) -> Paragraphs:
    """依申请公开: what came in and went out as the table has it, or that nothing came."""
    slots, sentences = scene.slots, []
    if scene.busy:
        sentences += [one(rng, slots, "requests", "busy"), one(rng, slots, "requests", "results")]
        disputed = bool(slots["review"] or slots["suit"])
        sentences.append(one(rng, slots, "requests", "disputes-busy" if disputed else "disputes-zero"))
        sentences += pick(rng, slots, "requests", "practice-busy", rng.randint(0, 1))
    else:
        sentences.append(one(rng, slots, "requests", "zero"))
        if "复议" not in sentences[0] and rng.random() < 0.6:
            sentences.append(one(rng, slots, "requests", "disputes-zero"))
    sentences += pick(rng, slots, "requests", "practice", rng.randint(0, 3))
    return ("".join(sentences),)


def management(rng: random.Random, scene: Scene, house: House) -> Paragraphs:
    """政府信息管理: a list of what was done."""
    return _listed(rng, scene, house, "management")


def platform(rng: random.Random, scene: Scene, house: House) -> Paragraphs:
    """政府信息公开平台建设: a list of what was done."""
    return _listed(rng, scene, house, "platform")


def supervision(rng: random.Random, scene: Scene, house: House) -> Paragraphs:
    """监督保障 with the results of 工作考核、社会评议、责任追究; a department may leave 社会评议 out (Art. 50)."""
    slots = scene.slots
    opening = _opening(rng, scene, house, "supervision")
    if rng.random() < 0.4 and house.labels != "none":
        others = items(rng, slots, "supervision", rng.randint(1, 2))
        results = (as_item(raw.format(**slots)) for raw in suitable("supervision", "result-items", ""))
        return _joined(opening, write((*others, *results), rng.choice(house.lists)))
    sentences = [opening, *pick(rng, slots, "supervision", "training")]
    sentences += pick(rng, slots, "supervision", "inspection", rng.randint(0, 2))
    if rng.random() < 0.4:
        sentences += pick(rng, slots, "supervision", "combined")
    else:
        excused = slots["kind"] == "D" and rng.random() < 0.3
        for group in (
            ("assessment", "accountability") if excused else ("assessment", "appraisal", "accountability")
        ):
            sentences += pick(rng, slots, "supervision", group)
    return ("".join(sentences),)


TOPICS: Sequence[Callable[[random.Random, Scene, House], Paragraphs]] = (
    active,
    on_request,
    management,
    platform,
    supervision,
)
"""In the order of the form."""


def _listed(rng: random.Random, scene: Scene, house: House, topic: str) -> Paragraphs:
    """An opening, and a list in one of the house's manners."""
    group: tuple[Item, ...] = items(rng, scene.slots, topic, rng.randint(2, 5))
    opening, style = _opening(rng, scene, house, topic), rng.choice(house.lists)
    if house.labels == "colon" and rng.random() < 0.7:
        opening = ""
    elif house.labels != "none" and style != "平铺" and rng.random() < 0.4:
        raw = rng.choice(suitable(topic, "intros", str(scene.slots["kind"])))
        opening = counted(raw, scene.slots, group)
    return _joined(opening, write(group, style))


def _opening(rng: random.Random, scene: Scene, house: House, topic: str) -> str:
    return one(rng, scene.slots, topic, "none" if house.labels == "none" else "openings")


def _joined(opening: str, listed: Paragraphs) -> Paragraphs:
    """Items in paragraphs of their own stand below the opening; a list in one paragraph goes on behind it."""
    if len(listed) > 1 or not opening:
        return (opening, *listed) if opening else listed
    return (opening + listed[0],)
