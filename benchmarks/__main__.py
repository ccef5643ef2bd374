"""Run the benchmarks named, or all:
`python -m benchmarks [cold] [latency] [many] [readers] [scaling] [similarity] [quality …] [scale …]`."""

import sys

from benchmarks import cold, latency, many, readers, scaling, similarity
from benchmarks.quality import main as quality
from benchmarks.scale import main as scale

BENCHMARKS = {
    "cold": cold.main,
    "latency": latency.main,
    "many": many.main,
    "readers": readers.main,
    "scale": scale.main,
    "scaling": scaling.main,
    "similarity": similarity.main,
    "quality": quality.main,
}

if __name__ == "__main__":
    if sys.argv[1:2] == ["quality"]:
        quality.main(sys.argv[2:])
        sys.exit()
    if sys.argv[1:2] == ["scale"]:
        scale.main(sys.argv[2:])
        sys.exit()
    for name in sys.argv[1:] or BENCHMARKS:
        if name not in BENCHMARKS:
            sys.exit(f"no benchmark {name!r}; there are: {', '.join(BENCHMARKS)}")
        BENCHMARKS[name]()
