"""From phrases to claims: what happened, to whom, where, when, and who says so."""
