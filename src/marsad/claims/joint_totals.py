"""A total that two words share: قتل وجرح العشرات."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND
from marsad.claims.clause import own_subject
from marsad.claims.draft import Draft
from marsad.claims.scene import Found, Scene
from marsad.claims.subject import subject_before
from marsad.claims.toll import Toll, joint

_JOINT = ({"killed", "wounded"}, {"arrested", "abducted"}, {"captured", "killed"})


def share_the_total(scene: Scene, found: Found, partner: Found, drafts: Sequence[Draft]) -> None:
    """قتل وجرح العشرات: each part has one at least and all but one at most."""
    shared = (
        {partner.type, found.type} in _JOINT
        and partner.form.pos == found.form.pos
        and partner.form.number == found.form.number
    )
    if not shared or drafts[0].toll.low is None:
        return
    first = min(found, partner, key=lambda one: one.first)
    subject = subject_before(scene, first)
    if subject is not None and own_subject(scene, first, subject.chunks):
        return
    later = partner if partner.first > found.first else found
    if later.prefix != AND or found.form.pos == "victims":
        return
    toll = drafts[0].toll
    low, high = joint(toll, toll.high is None)
    drafts[0].toll = Toll(toll.chunks, low, high, toll.first, toll.last, "rule:joint-total")
