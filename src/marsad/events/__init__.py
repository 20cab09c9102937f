"""In: claims told by reports, judgements of people, rules. Out: events, each nothing but what its claims support.

``pieces`` → ``candidates`` → ``compare`` (``levels``) → ``cluster`` → ``merge`` (``tolls``, ``disputes``, ``grade``).
May know: places, actors, codebook, records. The same claims give the same events, whatever their order.
"""

from marsad.events.compare import compare
from marsad.events.control import control_timeline
from marsad.events.gather import Gathered, gather
from marsad.events.identity import tombstones
from marsad.events.losses import losses
from marsad.events.rules import Rules, rules_of

__all__ = ["Gathered", "Rules", "compare", "control_timeline", "gather", "losses", "rules_of", "tombstones"]
