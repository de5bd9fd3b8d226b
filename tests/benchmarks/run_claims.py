"""Extract the claims of every ``.txt`` in a folder and write what ``workbench extract --format json`` prints.

Usage: run_claims.py TEXT_DIR OUT_DIR [--published-from GOLD_DIR]
"""

import argparse
import json
from pathlib import Path

from workbench.cli.output import json_text
from workbench.cli.proposal_json import proposed_claims
from workbench.desk.proposing import Told, propose
from workbench.domain.dates import parse_date
from workbench.sources.reader import Reader
from workbench.syntax.parser import ShippedParser


def main() -> None:
    """Write one JSON file for each text; dates of publication are taken from the files of the same name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--published-from", type=Path)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    reader, parser = Reader(), ShippedParser()
    for path in sorted(asked.texts.glob("*.txt")):
        published = None
        if asked.published_from and (known := asked.published_from / f"{path.stem}.json").exists():
            said = json.loads(known.read_text("utf-8")).get("published")
            published = parse_date(said) if said else None
        found = proposed_claims(propose(reader, parser, str(path), Told(published)))
        (asked.out / f"{path.stem}.json").write_text(json_text(found) + "\n", encoding="utf-8")
    reader.close()


if __name__ == "__main__":
    main()
