"""What a reading costs, as ratios against a floor measured in the same run. May know: marsad. Run: ``make bench``."""
