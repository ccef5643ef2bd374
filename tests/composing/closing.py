"""Sections five and six: problems with what is done about them, and other matters."""

import random

from tests.composing.clauses import Item, counted, one, pick, suitable
from tests.composing.enumerations import write
from tests.composing.houses import House
from tests.composing.lines import Line
from tests.composing.scene import Scene

_HEADS = ("存在的主要问题", "改进情况")


def problems(rng: random.Random, scene: Scene, house: House) -> tuple[Line, ...]:
    """Section five: as many improvements as problems, in the same order, and what was done in the year."""
    slots = scene.slots
    pairs = [clause.split(" // ") for clause in pick(rng, slots, "problems", "pairs", rng.randint(2, 4))]
    faults, plans = (tuple((pair[n], pair[n + 1]) for pair in pairs) for n in (0, 2))
    style = {"平铺": "；", "两层": "一是；"}.get(style := rng.choice(house.lists), style)
    if house.problems == "plain":
        style = "；"
    opening, done = one(rng, slots, "problems", "openings"), one(rng, slots, "problems", "done")
    raw = rng.choice(suitable("problems", "plans", str(slots["kind"])))
    plan = counted(raw, slots, plans)
    first, second = _block(opening, faults, style), _block(plan, plans, style)
    if house.problems == "headings":
        return (
            Line(_mark(house, 0) + _HEADS[0], "topic", 5),
            *_prose(first),
            Line(_mark(house, 1) + _HEADS[1], "topic", 5),
            *_prose((done, *second)),
        )
    return _prose((first[0] + done, *second) if len(first) == 1 else (*first, done, *second))


def others(rng: random.Random, scene: Scene) -> tuple[Line, ...]:
    """Section six: the fee, which the form of 2019 does not ask for, and what else there is."""
    slots, sentences = scene.slots, []
    if scene.form == "2021":
        charged = scene.busy and rng.random() < 0.3
        sentences.append(one(rng, slots, "closing", "fee-busy" if charged else "fee-zero"))
        sentences += pick(rng, slots, "closing", "extra-2021", int(rng.random() < 0.2))
    elif rng.random() < 0.4:
        sentences.append(one(rng, slots, "closing", "fee-2019"))
    sentences += pick(rng, slots, "closing", "extra", int(rng.random() < 0.4))
    if not sentences or rng.random() < 0.5:
        sentences.append(one(rng, slots, "closing", "nothing"))
    if rng.random() < 0.5:
        return tuple(Line(sentence, "prose", 6) for sentence in sentences)
    return (Line("".join(sentences), "prose", 6),)


def _prose(texts: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(Line(text, "prose", 5) for text in texts)


def _block(opening: str, group: tuple[Item, ...], style: str) -> tuple[str, ...]:
    if style == "；":
        return (opening + "；".join(text for _, text in group) + "。",)
    listed = write(group, style)
    return (opening, *listed) if len(listed) > 1 else (opening + listed[0],)


def _mark(house: House, number: int) -> str:
    return f"{number + 1}." if house.mark == "1." else house.mark.replace("一", "一二"[number])
