"""Accounts of a team: names, roles and argon2 hashes in one file; sessions and the count of wrong guesses in memory."""

from __future__ import annotations

import json
import os
import secrets
import tempfile
import threading
import time
from collections import deque
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from marsad.errors import InputError

ROLES = ("viewer", "reviewer", "editor", "admin")
SHORTEST_PASSWORD = 10
# A session ends so long after it was last used, in seconds.
SESSION_SECONDS = 12 * 3600
# So many wrong passwords for a name or from an address within the window, and the next guess waits it out.
MOST_WRONG = 8
WRONG_WINDOW = 300.0
# So many passwords are checked at once: each takes argon2's 64 MiB, and a crowd at the door should not take it all.
AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account."""

    name: str
    role: str
    hash: str


@dataclass(slots=True)
class Session:
    """Somebody who has signed in; ``csrf`` has to come back with every change."""

    name: str
    role: str
    csrf: str
    used: float = field(default_factory=time.monotonic)


def may(role: str, least: str) -> bool:
    """Whether a role may do what the least role may."""
    return role in ROLES and ROLES.index(role) >= ROLES.index(least)


def _hasher() -> Any:
    try:
        from argon2 import PasswordHasher
    except ImportError as error:
        raise InputError("accounts need the web extra: pip install 'marsad[web]'") from error
    return PasswordHasher()


class People:
    """The accounts of one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._hasher = _hasher()
        # Checked when a name is unknown, so that a wrong name takes as long as a wrong password.
        self._nobody = self._hasher.hash(secrets.token_hex(16))
        self._sessions: dict[str, Session] = {}
        self._wrong: dict[str, deque[float]] = {}
        self._lock = threading.Lock()
        self._hashing = threading.BoundedSemaphore(AT_ONCE)

    def all(self) -> list[Person]:
        """Everybody with an account, by name."""
        if not self.path.exists():
            return []
        try:
            listed = json.loads(self.path.read_text("utf-8"))
            return sorted((Person(**each) for each in listed), key=lambda person: person.name)
        except (ValueError, TypeError) as error:
            raise InputError(f"{self.path}: expected the accounts that marsad people keeps ({error})") from error

    def add(self, name: str, role: str, password: str) -> None:
        """Give somebody an account, or a new role and password."""
        if role not in ROLES:
            raise InputError(f"role: expected one of {', '.join(ROLES)}, found {role!r}")
        if not name.strip() or len(name) > 100:
            raise InputError("name: expected 1 to 100 characters")
        if len(password) < SHORTEST_PASSWORD:
            raise InputError(f"password: expected at least {SHORTEST_PASSWORD} characters, found {len(password)}")
        person = Person(name, role, self._hasher.hash(password))
        self._write([*(each for each in self.all() if each.name != name), person])

    def remove(self, name: str) -> None:
        """Take an account away, and end its sessions."""
        kept = [each for each in self.all() if each.name != name]
        if len(kept) == len(self.all()):
            raise InputError(f"{name}: expected somebody with an account, found none such")
        self._write(kept)
        with self._lock:
            self._sessions = {key: one for key, one in self._sessions.items() if one.name != name}

    def _write(self, people: list[Person]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump([asdict(each) for each in people], file, ensure_ascii=False, indent=1)
        os.replace(name, self.path)

    def sign_in(self, name: str, password: str, address: str) -> tuple[str, Session] | None:
        """A session and its key; None where name or password is wrong or was guessed too often."""
        if self._is_guessing(name) or self._is_guessing(address):
            return None
        person = next((each for each in self.all() if each.name == name), None)
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            with self._hashing:
                self._hasher.verify(person.hash if person else self._nobody, password)
        except (VerificationError, InvalidHashError):
            person = None
        if person is None:
            self._count_wrong(name, address)
            return None
        key, session = secrets.token_urlsafe(32), Session(person.name, person.role, secrets.token_urlsafe(24))
        with self._lock:
            self._sessions[key] = session
        return key, session

    def session(self, key: str | None) -> Session | None:
        """The session of a key, while it lasts; a role that changed meanwhile counts."""
        with self._lock:
            session = self._sessions.get(key or "")
            if session is None:
                return None
            if time.monotonic() - session.used > SESSION_SECONDS:
                del self._sessions[key or ""]
                return None
            session.used = time.monotonic()
            return session

    def sign_out(self, key: str | None) -> None:
        """End a session."""
        with self._lock:
            self._sessions.pop(key or "", None)

    def _is_guessing(self, who: str) -> bool:
        with self._lock:
            wrong = self._wrong.get(who)
            while wrong and time.monotonic() - wrong[0] > WRONG_WINDOW:
                wrong.popleft()
            return wrong is not None and len(wrong) >= MOST_WRONG

    def _count_wrong(self, *who: str) -> None:
        with self._lock:
            for each in who:
                self._wrong.setdefault(each, deque(maxlen=MOST_WRONG)).append(time.monotonic())
