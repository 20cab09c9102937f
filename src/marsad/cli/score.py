"""``marsad score``: predicted claims against gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

HELP = """Compare predicted claims with gold claims.

\b
  marsad read reports/ --format jsonl > predicted.jsonl
  marsad score gold/ predicted.jsonl --by-type --errors 20

GOLD and PREDICTED are JSON Lines files or folders of .json files, one object for each report.
"""


def score(
    gold: Annotated[Path, typer.Argument(help="Gold claims.", metavar="GOLD")],
    predicted: Annotated[Path, typer.Argument(help="Predicted claims.", metavar="PREDICTED")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    by_type: Annotated[bool, typer.Option(help="Also each claim type.")] = False,
    errors: Annotated[int, typer.Option(min=0, help="Also list so many missed or spurious claims.")] = 0,
) -> None:
    """See :data:`HELP`."""
    from marsad import scoring
    from marsad.reports.documents import read_documents

    gold_documents, predicted_documents = read_documents(gold), read_documents(predicted)
    figures = scoring.score(gold_documents, predicted_documents)
    if as_json:
        print(json.dumps(figures, ensure_ascii=False))
        return
    print(f"{figures['docs']} reports, {figures['missing_docs']} of them without a prediction")
    for name, figure in figures.items():
        if isinstance(figure, dict) and name != "by_type":
            print(line(name, figure))
    for name, figure in figures["by_type"].items() if by_type else ():
        print("  " + line(name, figure))
    if errors:
        for error in scoring.errors(gold_documents, predicted_documents)[:errors]:
            print(error)


def line(name: str, figure: dict[str, Any]) -> str:
    """One figure as a line of text."""
    if "f1" in figure:
        counts = f"({figure['tp']} right, {figure['pred']} predicted, {figure['gold']} gold)"
        return f"{name:<16} P {figure['p']:.3f}  R {figure['r']:.3f}  F1 {figure['f1']:.3f}   {counts}"
    accuracy = "—" if figure["accuracy"] is None else f"{figure['accuracy']:.3f}"
    return f"{name:<16} {accuracy} of {figure['of']}"
