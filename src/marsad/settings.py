"""Every knob: name, default, one line of help. Doors may change them; nothing below this room asks for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run."""

    max_characters: int = 1_000_000
    """A report is read up to this many characters; what lies beyond becomes an issue."""
    max_bytes: int = 64 * 2**20
    """Of one page, document or message no more than this many bytes are taken, packed or not."""
    max_members: int = 100_000
    """Of one archive no more than this many members are looked at."""
    progress_from: int = 5
    """A progress bar is shown from this many reports on, when a person is watching."""
    suffixes: tuple[str, ...] = (
        ".txt", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet", ".eml",
        ".mbox", ".pdf", ".docx", ".warc", ".wacz", ".rss", ".atom", ".xml", ".zip", ".gz", ".zst",
    )  # fmt: skip
    """Files of a folder that are read as reports; others are left out and counted."""
    fetch_timeout_s: float = 20.0
    """How long a server may be silent."""
    fetch_whole_s: float = 120.0
    """How long one page may take from the first to the last byte."""
    fetch_retries: int = 2
    """How often a page is asked for again when the server is busy or silent."""
    fetch_redirects: int = 5
    """How many times a server may send us on."""
    fetch_pause_s: float = 1.0
    """The least time between two requests to one server; a longer one in its robots.txt goes before."""
    fetch_pages: int = 1_000
    """Of one feed or sitemap no more than this many pages are fetched."""
    allow_private: bool = False
    """Whether addresses of this machine and of its own network may be fetched."""
    user_agent: str = "Marsad/0.1 (reader of reports; obeys robots.txt)"
    """The name under which pages are asked for; robots.txt can name it as marsad."""


DEFAULTS = Settings()
