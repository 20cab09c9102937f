"""How good the reading is. In: gold data and the reader. Out: figures, and a gate that fails below a floor.
May know: marsad.pipeline, marsad.views and marsad.scoring; nobody may know it.
Run it with ``make evals``; evals/README.md says how to raise a floor and what it takes to lower one."""
