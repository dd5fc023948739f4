"""Letters with a known truth, drawn, spoilt and read: signs and fields that are right, with their intervals.

.venv/bin/python tools/soak_reading.py [--letters N] [--seed N]

Each letter in every manner: clean, scanned leaning, at 150 dots an inch, by a phone in shadow, stamped, in
two columns; fonts in turn. It measures the machine and the search for numbers, days and senders, on wording
of our own. Of classes of reply it measures nothing: that is done on real or independently written letters.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from raport.adapters.packs import load_pack
from raport.app.reading import MEASURED_ON
from raport.assess import prepare
from tests.papers import made
from tests.papers.measured import FIELDS, Read, letters, tallies, told, wilson

MOST_WRONG = 0.02
"""Of all proposed fields."""


def main() -> int:
    """Read them; 1 where more of what was proposed is wrong than may be."""
    parser = argparse.ArgumentParser(description="letters with a known truth")
    parser.add_argument("--letters", type=int, default=40)
    parser.add_argument("--seed", type=int, default=2019)
    asked = parser.parse_args()
    law = prepare(load_pack("ru"))
    read: list[Read] = []
    for seed in range(asked.seed, asked.seed + asked.letters):
        read += letters([seed], made.MANNERS, law)
        print(f"{len(read)} pages", flush=True)
    print("\n".join(told(read)))
    found = tallies(read)
    right, wrong, none = (sum(getattr(found[f], n) for f in FIELDS) for n in ("right", "wrong", "none"))
    signs, misread = sum(r.signs for r in read), sum(r.wrong for r in read)
    low, high = wilson(right, right + wrong)
    share = f"{100 * misread / signs:.2f} % of {signs} signs wrong"
    print(
        f"seed {asked.seed}: {len(read)} pages drawn by us, {share}; "
        f"of {right + wrong} fields proposed {right} right ({low:.3f} to {high:.3f}), {none} not proposed; "
        f"the classifier: measured on {MEASURED_ON} real or independently written letters, no accuracy stated"
    )
    return 1 if wrong > MOST_WRONG * (right + wrong) else 0


if __name__ == "__main__":
    sys.exit(main())
