"""In: a command line. Out: what the command prints. One file per command; only doors print and read the environment."""
