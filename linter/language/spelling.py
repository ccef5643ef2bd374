"""How many characters two short texts differ in."""


def distance(one: str, other: str, most: int) -> int:
    """The fewest characters to put in, take out or change to make one of the other; `most + 1` for any more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for n, char in enumerate(one, start=1):
        before, row[0] = row[0], n
        for m, against in enumerate(other, start=1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (char != against))
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
