"""Where the rules and corpora that ship with nianbao lie: in a wheel below this package, in a checkout beside it."""

from pathlib import Path

_HERE = Path(__file__).parent
_ROOT = _HERE if (_HERE / "rules").is_dir() else _HERE.parent
RULES, CORPORA = _ROOT / "rules", _ROOT / "corpora"
