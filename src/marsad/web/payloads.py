"""What a browser may send: checked here, at the door."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SignIn(_Sent):
    """A name and a password."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    password: Annotated[str, Field(min_length=1, max_length=1000)]


class NewReport(_Sent):
    """A report that was pasted or dropped."""

    text: Annotated[str, Field(min_length=1, max_length=2_000_000)]
    published: date | None = None
    outlet: Annotated[str | None, Field(max_length=200)] = None
    title: Annotated[str | None, Field(max_length=500)] = None


class NewAddress(_Sent):
    """An address that leads to a report, or to several."""

    url: Annotated[str, Field(max_length=2000, pattern=r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$")]
    published: date | None = None
    outlet: Annotated[str | None, Field(max_length=200)] = None


Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,30}$")]


class Keys(_Sent):
    """The key of each act of review, by its place on the keyboard, and whether single keys are on."""

    keys: dict[Literal["accept", "reject", "edit", "next", "previous", "undo", "comment", "same", "different"], Key]
    is_on: bool = True


class NewView(_Sent):
    """A view to come back to: its name, its address within the desk, whether all may see it."""

    name: Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^/\\\x00]+$")]
    to: Annotated[str, Field(max_length=2000, pattern=r"^/([^/\\\x00-\x20][^\\\x00-\x20]*)?$")]
    is_shared: bool = False


class NewJudgement(_Sent):
    """What somebody decided on a claim; ``value`` is the new value of ``field``, as in the claim's own JSON."""

    kind: Literal["accept", "reject", "edit", "same", "different", "comment", "withdraw"]
    claim: Annotated[str, Field(min_length=6, max_length=64)]
    other: Annotated[str | None, Field(max_length=64)] = None
    field: Annotated[str | None, Field(max_length=40)] = None
    value: Any = None
    comment: Annotated[str | None, Field(max_length=4000)] = None

    def value_as_json(self) -> str | None:
        """The value as the store keeps it; only an edit has one."""
        return json.dumps(self.value, ensure_ascii=False) if self.kind == "edit" else None
