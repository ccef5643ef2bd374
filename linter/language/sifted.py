"""Most texts are in order, and reports share most of them: those found to be so are not looked at again."""

from collections.abc import Callable, Iterable

Sieve = Callable[[Iterable[str]], set[str]]
"""Of some texts those about which something may be said."""


def sieve(suspected: Callable[[str], object], longest: int = 300, most: int = 16384) -> Sieve:
    """Lets through the texts of which `suspected` says yes. What it said of up to `most` texts, each of at most
    `longest` characters, is kept: memory stays bounded."""
    known: dict[str, bool] = {}

    def judged(text: str) -> bool:
        answer = bool(suspected(text))
        if len(text) <= longest:
            if len(known) >= most:
                known.clear()
            known[text] = answer
        return answer

    def sifted(texts: Iterable[str]) -> set[str]:
        return {one for one in texts if (said := known.get(one)) or (said is None and judged(one))}

    return sifted
