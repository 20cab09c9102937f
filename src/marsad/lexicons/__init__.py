"""Words as data: triggers, weapons, grammar. Each file is checked when it is compiled, never when it is used."""
