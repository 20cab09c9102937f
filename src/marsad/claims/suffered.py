"""Who or what came under a deed that a noun names, by the verb before it: تعرضت X لقصف, نجا X من محاولة اغتيال."""

from __future__ import annotations

from marsad.arabic.neighbours import SO_CALLED, WHOM
from marsad.claims.clause import group_from
from marsad.claims.parties import UNDERGOES, Parties
from marsad.claims.scene import Found, Scene
from marsad.claims.subject import subject_before
from marsad.mentions.chunks import Chunk

# How far before what was suffered the verb may stand, in words: a list of villages stands between.
SUFFERED_WITHIN = 60
# Frames of force that somebody meant by a pronoun comes under.
_FORCE = frozenset({"assault", "strike", "shoot", "launch"})


def undergone(scene: Scene, found: Found, parties: Parties) -> list[Chunk]:
    """What suffers it: تعرضت مدينة X لقصف, شهدت X اشتباكات."""
    at = found.first - 1
    bare: list[Chunk] = []
    first, infos, chunk_at = max(scene.line.first, found.first - SUFFERED_WITHIN), scene.line.infos, scene.chunk_at
    while at >= first:
        chunk = chunk_at.get(at)
        if chunk is not None:
            if not chunk.preposition and not chunk.conjoined:
                bare = group_from(scene, chunk)
            at = chunk.start - 1
            continue
        info = infos[at]
        light = info.light
        if light is not None and light[1] in ("verb", "masdar"):
            if light[1] == "masdar" and info.rest in SO_CALLED:
                at -= 1  # من محاولة اغتيال
                continue
            if light[0] != "undergo":
                return []
            if not bare and info.key.endswith(WHOM) and found.trigger.frame in _FORCE:
                parties.object_pronoun = True  # إثر تعرضهم لهجوم
                return []
            if not bare:
                subject = subject_before(scene, Found(at, at, "", found.form, found.trigger, found.type))
                bare = subject.chunks if subject is not None else []
            parties.because.append(UNDERGOES)
            return bare
        if info.opener or info.speech or info.that or info.key in (":", "؛"):
            return []
        at -= 1
    return []
