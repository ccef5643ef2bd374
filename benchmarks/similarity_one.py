"""One method on one number of reports: `python -m benchmarks.similarity_one METHOD COUNT` prints a line of JSON."""

import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from benchmarks import planting
from benchmarks.processes import say

_WORKERS = 2
_LEAST = 0.3
"""Share from which a pair is told; unrelated reports have stock clauses in common, no more."""

Found = Mapping[tuple[int, int], float]
"""The pairs found, with how much of the copy is the source's."""

_texts: list[str] = []


def masked_texts(count: int) -> tuple[list[str], float]:
    """The compared texts of so many reports, and the seconds (of one processor) that masking took, composing not counted."""
    planting.words(), planting.stock()
    ranges = list(pairwise([*range(0, count, max(1, count // 40)), count]))
    with multiprocessing.get_context("fork").Pool(_WORKERS) as pool:
        parts = pool.starmap(_masked, ranges)
    return [text for part, _ in parts for text in part], sum(seconds for _, seconds in parts)


def _masked(first: int, last: int) -> tuple[list[str], float]:
    from linter.model.document import Span
    from linter.similarity.masking import mask

    composed = [planting.report(number) for number in range(first, last)]
    begun = time.process_time()
    texts = [mask(text, names, [Span(0, len(text))]).text for text, names in composed]
    return texts, time.process_time() - begun


def fingerprints(texts: list[str]) -> Found:
    """This project's: winnowed fingerprints, a cap on what is common, every candidate aligned."""
    from linter.similarity.joining import candidates

    _texts[:] = texts
    pairs = candidates(texts)
    with multiprocessing.get_context("fork").Pool(_WORKERS) as pool:
        shares = pool.starmap(_share, pairs, chunksize=200)
    return {pair: share for pair, share in zip(pairs, shares, strict=True) if share >= _LEAST}


def _share(one: int, other: int) -> float:
    from linter.similarity.joining import verified

    found = verified(_texts, one, other)
    return max(found.shared_one, found.shared_other) if found else 0.0


def minhash(texts: list[str]) -> Found:
    """datasketch: MinHash of 128 values over runs of eight characters, LSH in 32 bands of 4."""
    from datasketch import MinHash, MinHashLSH

    hashes = []
    for text in texts:
        one = MinHash(num_perm=128)
        one.update_batch([text[at : at + 8].encode() for at in range(len(text) - 7)])
        hashes.append(one)
    index = MinHashLSH(num_perm=128, params=(32, 4))
    for number, one in enumerate(hashes):
        index.insert(number, one)
    found = {}
    for number, one in enumerate(hashes):
        for other in index.query(one):
            if number < other and (alike := one.jaccard(hashes[other])) >= 0.2:
                found[number, other] = 2 * alike / (1 + alike)
    return found


def tfidf(texts: list[str]) -> Found:
    """scikit-learn: TF-IDF of runs of eight characters that few have, cosine of each with each."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer="char", ngram_range=(8, 8), min_df=2, max_df=50).fit_transform(texts)
    found = {}
    for first in range(0, len(texts), 500):
        near = (vectors[first : first + 500] @ vectors.T).tocoo()
        for row, column, value in zip(near.row, near.col, near.data, strict=True):
            if first + row < column and value >= _LEAST:
                found[int(first + row), int(column)] = float(value)
    return found


METHODS: Mapping[str, Callable[[list[str]], Found]] = {
    "fingerprints": fingerprints,
    "minhash": minhash,
    "tfidf": tfidf,
}


def judged(found: Found, count: int) -> dict[str, object]:
    """Recall by how much was copied, precision by families, and how far the shares are from the truth."""
    planted = {number: copied for number in range(count) if (copied := planting.source_of(number))}
    hits: dict[float, list[bool]] = {}
    away = []
    for number, (source, share) in planted.items():
        pair = (min(number, source), max(number, source))
        hits.setdefault(share, []).append(pair in found)
        if pair in found:
            away.append(abs(found[pair] - share))
    right = [planting.family(one) == planting.family(other) for one, other in found]
    return {
        "recall": {f"{share:.0%}": _mean(map(float, one)) for share, one in sorted(hits.items())},
        "precision": _mean(map(float, right)),
        "pairs": len(found),
        "away": _mean(away),
    }


def _mean(values: Iterable[float]) -> float:
    every = list(values)
    return round(sum(every) / len(every), 4) if every else 0.0


def _worked() -> float:
    """Processor seconds of this process and of those that it waited for."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main(argv: Sequence[str]) -> None:
    """Measure; seconds by the clock and of the processors, memory of the largest process."""
    method, count = argv[0], int(argv[1])
    texts, masking = masked_texts(count)
    begun, worked = time.perf_counter(), _worked()
    found = METHODS[method](texts)
    seconds, cpu = time.perf_counter() - begun, _worked() - worked
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = {
        "method": method,
        "count": count,
        "masking": round(masking, 1),
        "seconds": round(seconds, 1),
        "cpu": round(cpu, 1),
    }
    say(json.dumps({**told, "mib": own // 1024, **judged(found, count)}))


if __name__ == "__main__":
    main(sys.argv[1:])
