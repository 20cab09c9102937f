"""Words for one of several, each of them and all of them, folded as keys are."""

from __future__ import annotations

ONE_OF = frozenset({"احد", "احدي", "واحد"})
# Before those of whom each speaks: كل من وزارتي X وY.
EACH_OF = "من"
ALL_OF_THEM = frozenset({"جميعهم", "كلهم", "جميعهن", "كلهن"})
# Any, before what is spoken of: أي مقترح.
ANY = frozenset({"اي", "ايه"})
