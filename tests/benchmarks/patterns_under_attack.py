"""Attack every regular expression of the program with texts made from it, and print how its work grows.

Usage: patterns_under_attack.py [--size CHARACTERS] [--most PATTERNS] [--pipeline]

``ratio`` compares a text with one a quarter as long: 4 is linear, 16 is quadratic. The slowest per kB come first.
``--pipeline`` sends the worst text of each pattern, at 20 kB, through all of extraction as well.
"""

import argparse
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.pattern_attacks import Growth, attacks, growth, known_patterns, spent
from workbench.extraction.find import find_candidates

PIPELINE = 20_000


def main() -> None:
    """Print the worst attack on each pattern."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=6_000)
    parser.add_argument("--most", type=int, default=25)
    parser.add_argument("--pipeline", action="store_true")
    asked = parser.parse_args()
    known, count = known_patterns(), 0
    worst: list[Growth] = []
    for one in known:
        tried = attacks(one.pattern)
        count += len(tried)
        worst.append(max((growth(one, attack, asked.size) for attack in tried), key=lambda found: found.large))
    print(f"{len(known)} patterns, {count} attacks of {asked.size} characters; the worst of each pattern:\n")
    print(f"{'ms per kB':>10} {'ratio':>7}  pattern")
    for found in sorted(worst, key=lambda found: -found.large)[: asked.most]:
        attack = found.attack
        print(f"{found.ms_per_kb:>10.3f} {found.ratio:>7.1f}  {found.known.where}")
        print(f"{'':>20}{attack.before[:30]!r} + {attack.pump[:30]!r} × n + {attack.after!r}")
    if asked.pipeline:
        _pipeline(worst)


def _pipeline(worst: list[Growth]) -> None:
    """Print the slowest of all texts in extraction, beside a quarter of each."""
    found = []
    for one in worst:
        texts = [one.attack.text(size) for size in (PIPELINE // 4, PIPELINE)]
        small, large = (min(spent(partial(find_candidates, text), 60) for _ in range(2)) for text in texts)
        found.append((large, small, one.attack))
    print(f"\n{len(found)} texts of {PIPELINE} characters through extraction, the slowest:\n")
    print(f"{'ms per kB':>10} {'ratio':>7}")
    for large, small, attack in sorted(found, key=lambda row: -row[0])[:10]:
        print(
            f"{large * 1e6 / PIPELINE:>10.3f} {large / max(small, 1e-7):>7.1f}  {attack.before[:30]!r} + {attack.pump[:30]!r} × n + {attack.after!r}"
        )


if __name__ == "__main__":
    main()
