"""Lists in the manners in which reports write them."""

from collections.abc import Sequence

from tests.composing.clauses import Item

HAN = "一二三四五六七八九十"
_FIRST = ("首先", "其次", "再次", "最后")

INLINE = ("一是；", "一是。", "一是标题。", "一是标题：", "第一，", "（1）", "①", "首先", "平铺", "两层")
APART = ("一是段", "1.段", "（1）段", "1.；段")
STYLES = INLINE + APART


def mark(style: str, number: int, count: int) -> str:
    """The mark of the item `number` (from 0) of `count` items."""
    if style.startswith("一是"):
        return f"{HAN[number]}是"
    if style == "第一，":
        return f"第{HAN[number]}，"
    if style.startswith("（1）"):
        return f"（{number + 1}）"
    if style == "①":
        return "①②③④⑤⑥⑦⑧⑨"[number]
    if style.startswith("1."):
        return f"{number + 1}."
    if style == "首先":
        return (_FIRST[-1] if number + 1 == count > 2 else _FIRST[number]) + "，"
    return ""


def write(items: Sequence[Item], style: str) -> tuple[str, ...]:
    """The list as paragraphs: one for the styles of `INLINE`, one for each item for those of `APART`."""
    if style == "首先" and len(items) > len(_FIRST):
        style = "第一，"
    if style == "两层":
        return (_nested(items),) if len(items) >= 4 else write(items, "一是；")
    count = len(items)
    marks = [mark(style, number, count) for number in range(count)]
    match style:
        case "一是。" | "平铺":
            return ("".join(f"{m}{text}。" for m, (_, text) in zip(marks, items, strict=True)),)
        case "一是标题。":
            return ("".join(f"{m}{label}。{text}。" for m, (label, text) in zip(marks, items, strict=True)),)
        case "一是标题：":
            return (
                "；".join(f"{m}{label}：{text}" for m, (label, text) in zip(marks, items, strict=True))
                + "。",
            )
        case "一是段" | "1.段":
            return tuple(f"{m}{label}。{text}。" for m, (label, text) in zip(marks, items, strict=True))
        case "（1）段":
            return tuple(f"{m}{text}。" for m, (_, text) in zip(marks, items, strict=True))
        case "1.；段":
            ends = "；" * (count - 1) + "。"
            return tuple(f"{m}{text}{e}" for m, (_, text), e in zip(marks, items, ends, strict=True))
        case _:
            return ("；".join(f"{m}{text}" for m, (_, text) in zip(marks, items, strict=True)) + "。",)


def _nested(items: Sequence[Item]) -> str:
    """Two lists of the second level within one of the first."""
    half = len(items) // 2
    parts = (("一是完善制度", items[:half]), ("二是抓好落实", items[half:]))
    return "".join(f"{head}：{write(group, '（1）')[0]}" for head, group in parts)
