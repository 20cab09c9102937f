"""How silent the reader is on reports without conflict: claims read in the clean negatives of the shared pool.

python -m evals.negatives            the claims a report; fails above ``MOST``
python -m evals.negatives --shown    also each report that was not read as empty, with its claims by type

Clean negatives are the pool's reports on sport, economy, weather and the like in which no violence is spoken of either;
whatever is read in them is false. Where ../shared is absent nothing is measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator

from evals.gold import report_of, shared_folder
from marsad import pipeline
from marsad.records import Report

# False claims a report, at most: the figure the reading of reports was asked for.
MOST = 0.3


def main() -> None:
    """Read them, print the figure, fail above the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shown", action="store_true", help="list the reports that were not read as empty")
    is_shown = parser.parse_args().shown
    known, claims, reports = pipeline.load_knowledge(), 0, 0
    for report in clean_negatives():
        types = Counter(claim.type for claim in pipeline.read(report, known).claims)
        claims, reports = claims + types.total(), reports + 1
        if is_shown and types:
            print(f"{report.id}  {report.outlet}: {', '.join(f'{n} {name}' for name, n in types.most_common())}")
    if not reports:
        print("the pool of ../shared is not here: nothing was measured")
        return
    print(f"{claims / reports:.3f} claims a report in {reports} clean negatives, at most {MOST}")
    sys.exit(claims / reports > MOST)


def clean_negatives() -> Iterator[Report]:
    """The reports without conflict; none where the shared pool is not at hand."""
    shared = shared_folder()
    pool = shared / "data" / "pool" / "pool.jsonl.gz" if shared is not None else None
    if pool is None or not pool.is_file():
        return
    with gzip.open(pool, "rt", encoding="utf-8") as lines:
        for told in map(json.loads, lines):
            if told["kind"] == "other" and not told["hard_negative"]:
                yield report_of({name: told[name] for name in ("id", "published", "outlet")}, told["text"])


if __name__ == "__main__":
    main()
