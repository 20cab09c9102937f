"""Where the second part of a split phrase may stand, whose words have others between them."""

from __future__ import annotations

from marsad.arabic.clitics import rests
from marsad.claims.scene import COMMAS, HARD_STOPS, STOPS, Scene

# How far the second part of a split phrase may stand from its verb: "أطلق مسلحون تابعون للقذافي النار".
THEN_WITHIN = 7
# The same where nothing else can complete the verb: لقي أربعة أشخاص، بينهم امرأة تقيم في الحي، مصرعهم.
FAR_WITHIN = 20
# The places where a second part may stand, and all that the words there may be.
Reach = tuple[list[int], set[str]]


def reach_behind(scene: Scene, at: int, *, far: bool) -> Reach:
    """What is behind the first part: up to a verb or a stop; what stands between commas and says when is passed."""
    keys, infos, place = scene.line.keys, scene.line.infos, at
    end = min(at + (FAR_WITHIN if far else THEN_WITHIN), scene.line.last)
    places: list[int] = []
    within: set[str] = set()
    while place < end:
        key = keys[place]
        if key in STOPS and (not far or key in HARD_STOPS):
            place = _past_an_aside(scene, place)
            if place < 0:
                break
            end = min(place + _BEHIND_IT, scene.line.last)
            continue
        places.append(place)
        within |= rests[key]
        if not far and place > at and infos[place].verb_like:
            break
        place += 1
    return places, within


# How long what stands aside between two commas may be, and how far behind it the second part may stand, in words.
_ASIDE, _BEHIND_IT = 8, 2


def _past_an_aside(scene: Scene, comma: int) -> int:
    """أطلقت القوات، صباح اليوم الأحد، النار: the word behind a time between commas, -1 where none stands there."""
    if scene.key(comma) not in COMMAS or comma + 1 not in scene.time_at:
        return -1
    closing = next((at for at in range(comma + 1, comma + 2 + _ASIDE) if scene.key(at) in STOPS), -1)
    timed = closing >= 0 and any(at in scene.time_at for at in (closing - 1, closing - 2))
    return closing + 1 if timed and scene.key(closing) in COMMAS else -1
