"""The schema of a store, step by step: every step goes up and down, on SQLite and PostgreSQL."""
