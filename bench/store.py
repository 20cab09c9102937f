"""The figures of the store: runs that are killed, tampering that is found, search over many claims.

    python -m bench.store kills --times 50
    python -m bench.store tampering --times 100
    python -m bench.store search --claims 100000

Each prints what it measured and fails where it falls short. All reports and claims are invented here.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection, select, text

from marsad.records import ActorMention, Claim, Count, Judgement, Original, PlaceMention, Reading, Report, Span
from marsad.store import Arrival, Entry, Filter, Page, Store, Versions, open_store
from marsad.store.engine import reading, writing
from marsad.store.tables import claims as claim_table

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "samples" / "reports").glob("*.txt"))
VERSIONS = Versions("bench", "bench", "bench", "bench")
TIMES_A_LOOK_UP = 50
# Enough for some transactions: kills fall between them.
REPORTS = 1000
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["kills", "tampering", "search"])
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--claims", type=int, default=100_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.what == "kills":
            is_good = kills(Path(folder), given.times)
        elif given.what == "tampering":
            is_good = tampering(Path(folder), given.times)
        else:
            is_good = search(Path(folder), given.claims)
    sys.exit(not is_good)


# Runs that are killed


def kills(folder: Path, times: int) -> bool:
    """Kill an intake at random moments of its course, verify, continue, compare with a run that nobody disturbed."""
    source = folder / "reports.jsonl"
    source.write_text("\n".join(lines_of_reports(REPORTS)), "utf-8")
    begun = time.perf_counter()
    whole = _finished(source, folder / "whole.sqlite")
    lasted = time.perf_counter() - begun
    chance, good, part_way = random.Random(7), 0, 0
    for number in range(times):
        target = folder / f"{number}.sqlite"
        process = subprocess.Popen(_command(source, target), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, lasted))
        process.send_signal(signal.SIGKILL)
        process.wait()
        is_sound, kept = _after_a_kill(target)
        part_way += 0 < kept < len(whole)
        is_good = is_sound and _finished(source, target) == whole and not _faults(target)
        good += is_good
        print(f"  {number + 1}: {kept} claims kept, {'sound and completed' if is_good else 'NOT SOUND'}", flush=True)
        for path in folder.glob(f"{number}.sqlite*"):
            path.unlink()
    print(f"kill -9 at random moments of {lasted:.1f} s: {good} of {times} sound, complete, none twice")
    print(f"  {part_way} of them while some but not all claims were kept; {len(whole)} claims")
    return good == times


def lines_of_reports(count: int) -> list[str]:
    """Invented reports as lines of JSON, made of the samples, each told for a day of its own."""
    texts, first = [path.read_text("utf-8") for path in SAMPLES], date(2018, 1, 1)
    made = []
    for number in range(count):
        body = f"{texts[number % len(texts)]}\n{number}"
        day = (first + timedelta(days=number)).isoformat()
        made.append(json.dumps({"id": f"r{number}", "text": body, "published": day}, ensure_ascii=False))
    return made


def _command(source: Path, target: Path) -> list[str]:
    return [sys.executable, "-m", "marsad", "add", str(source), "--store", str(target)]


def _finished(source: Path, target: Path) -> list[str]:
    """The claims of a store after an intake that ran to its end, each with its report, in a fixed order."""
    subprocess.run(_command(source, target), check=True, capture_output=True)
    with open_store(str(target)) as store:
        return sorted(f"{each.report} {each.as_read}" for each in store.all_claims(Filter()))


def _after_a_kill(target: Path) -> tuple[bool, int]:
    """Whether what a killed run left is sound, and how many claims it holds; before the first there is no store."""
    if not target.exists() or target.stat().st_size == 0:
        return True, 0
    with open_store(str(target)) as store:
        return list(store.verify()) == [], store.totals().claims


def _faults(target: Path) -> bool:
    with open_store(str(target)) as store:
        return list(store.verify()) != []


# Tampering that is found

Harm = Callable[[Connection, random.Random], object]


def tampering(folder: Path, times: int) -> bool:
    """Change one thing in a copy of a store, a hundred times over; verify has to name it."""
    whole = folder / "whole.sqlite"
    with open_store(str(whole), create=True) as store:
        _fill(store, 200)
        for number in range(0, 200, 10):
            store.judge(Judgement("", "accept" if number % 20 else "reject", f"c{number}", by="bench"))
        assert list(store.verify()) == []
    with open_store(str(whole)) as store, writing(store.engine) as connection:
        for act in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER log_never_{act}"))
    raw, chance, found = whole.read_bytes(), random.Random(7), 0
    for number in range(times):
        copy = folder / "copy.sqlite"
        for path in folder.glob("copy.sqlite*"):
            path.unlink()
        copy.write_bytes(raw)
        harm = HARMS[number % len(HARMS)]
        with open_store(str(copy)) as store:
            with writing(store.engine) as connection:
                harm(connection, chance)
            is_found = next(store.verify(), None) is not None
        found += is_found
        if not is_found:
            print(f"  not found: {harm.__name__}")
    print(f"tampering found by verify: {found} of {times}")
    return found == times


def flip_a_byte(connection: Connection, chance: random.Random) -> None:
    """One bit of the bytes of one report."""
    rows = connection.execute(text("SELECT sha256, packed FROM blobs ORDER BY sha256")).all()
    name, packed = chance.choice(rows)
    at = chance.randrange(len(packed))
    changed = packed[:at] + bytes([packed[at] ^ (1 << chance.randrange(8))]) + packed[at + 1 :]
    connection.execute(text("UPDATE blobs SET packed = :new WHERE sha256 = :name"), {"new": changed, "name": name})


def remove_a_record(connection: Connection, chance: random.Random) -> None:
    """One record of the log is gone."""
    last = connection.scalar(text("SELECT max(seq) FROM log")) or 0
    connection.execute(text("DELETE FROM log WHERE seq = :seq"), {"seq": chance.randint(1, last)})


def swap_records(connection: Connection, chance: random.Random) -> None:
    """Two records of the log change places."""
    last = connection.scalar(text("SELECT max(seq) FROM log")) or 0
    one, other = chance.sample(range(1, last + 1), 2)
    for old, new in ((one, -1), (other, one), (-1, other)):
        connection.execute(text("UPDATE log SET seq = :new WHERE seq = :old"), {"old": old, "new": new})


def edit_a_judgement(connection: Connection, chance: random.Random) -> None:
    """A judgement says something else."""
    keys = connection.scalars(text("SELECT key FROM judgements")).all()
    change = chance.choice(["kind = 'comment'", "\"by\" = 'other'", "at = '2001-01-01T00:00:00Z'", "claim = 'c1'"])
    connection.execute(text(f"UPDATE judgements SET {change} WHERE key = :key"), {"key": chance.choice(keys)})


def edit_a_claim(connection: Connection, chance: random.Random) -> None:
    """A claim counts one more."""
    key = chance.choice(connection.scalars(text("SELECT key FROM claims")).all())
    change = "UPDATE claims SET body = replace(body, :old, :new) WHERE key = :key"
    connection.execute(text(change), {"key": key, "old": '"low":', "new": '"low":1'})


HARMS: Sequence[Harm] = (flip_a_byte, remove_a_record, swap_records, edit_a_judgement, edit_a_claim)


# Search over many claims


def search(folder: Path, count: int) -> bool:
    """The median time of filters and searches, as a multiple of a look-up by primary key in the same run."""
    with open_store(str(folder / "many.sqlite"), create=True) as store:
        begun = time.perf_counter()
        _fill(store, count // 10, claims_each=10)
        print(f"{store.count():,} claims made in {time.perf_counter() - begun:.0f} s")
        worst = 0.0
        for name, ask in _questions(store).items():
            unit, cost = _in_turns(lambda at: _look_up(store, at * 37 % count + 1), ask)
            worst = max(worst, cost / unit)
            print(f"{name:<44} {cost / unit:6.1f} times a look-up of {unit * 1e6:4.0f} µs", flush=True)
    print(f"slowest {worst:.1f} times a look-up, limit {TIMES_A_LOOK_UP}")
    return worst < TIMES_A_LOOK_UP


def _questions(store: Store) -> dict[str, Callable[[int], object]]:
    page = Page(20)
    of = {
        "list, no filter": Filter(),
        "list by type": Filter(type="killed"),
        "list by rare place": Filter(place="place-977"),
        "list by common place": Filter(place="place-1"),
        "list by actor and type": Filter(actor="actor-3", type="wounded"),
        "list by place, actor, type": Filter(place="place-1", actor="actor-3", type="killed"),
        "list by month and type": Filter(since="2015-03", until="2015-03", type="killed"),
        "list by place name in Arabic": Filter(place=_name(1)),
        "list by words": Filter(text=_name(5)),
        "list by words and type": Filter(text=_name(5), type="killed"),
        "list by common word and actor": Filter(text="مدنيين", actor="actor-3"),
    }
    asked: dict[str, Callable[[int], object]] = {}
    for name, wanted in of.items():
        asked[name] = _asking(store, wanted, page)
    asked["search, a rare word"] = lambda _: store.search(_name(977), page)
    asked["search, a common word"] = lambda _: store.search("قصف", page)
    asked["search, two words in a row"] = lambda _: store.search('"قصف مدفعي"', page)
    return asked


def _asking(store: Store, wanted: Filter, page: Page) -> Callable[[int], object]:
    return lambda _: store.claims(wanted, page)


def _look_up(store: Store, key: int) -> object:
    with reading(store.engine) as connection:
        return connection.execute(select(claim_table).where(claim_table.c.key == key)).one()


def _in_turns(one: Callable[[int], object], other: Callable[[int], object], rounds: int = 31) -> tuple[float, float]:
    """What two acts take, in turns, so that what else runs on the machine weighs on both: the medians."""
    times: tuple[list[float], list[float]] = ([], [])
    for at in range(rounds):
        for taken, act in zip(times, (one, other), strict=True):
            begun = time.perf_counter()
            act(at)
            taken.append(time.perf_counter() - begun)
    return statistics.median(times[0]), statistics.median(times[1])


def _name(number: int) -> str:
    """An invented name for a number."""
    letters = ""
    for _ in range(5):
        number, at = divmod(number * 31 + 17, len(LETTERS))
        letters = LETTERS[at] + letters
        number += at * 7
    return letters


def _fill(store: Store, reports: int, claims_each: int = 1) -> None:
    chance, first = random.Random(5), date(2012, 1, 1)
    entries = []
    for number in range(reports):
        day = first + timedelta(days=chance.randrange(4000))
        place, actor = min(int(chance.expovariate(1 / 60)), 999), chance.randrange(40)
        body = f"قتل {number} مدنيين في قصف مدفعي على بلدة {_name(place)} وقال ناشطون إن القصف مستمر منذ أيام"
        found = tuple(
            _claim(f"c{number * claims_each + at}", body, day, place, actor, chance) for at in range(claims_each)
        )
        arrival = Arrival(Report(f"r{number}", body, day, "bench"), Original(body.encode(), "text/plain", "bench"))
        entries.append(Entry(arrival, Reading(f"r{number}", day, "bench", "0", found)))
        if len(entries) == 100:
            store.add_received(entries, VERSIONS)
            entries = []
    store.add_received(entries, VERSIONS)


def _claim(id: str, body: str, day: date, place: int, actor: int, chance: random.Random) -> Claim:
    made = Claim(id, chance.choice(["killed", "wounded", "shelling", "clash"]), Span(body[:3], 0, 3))
    where = PlaceMention(_name(place), 40, 45, f"place-{place}", f"Place {place}", 35.0, 36.0, "SY", "Hama")
    number = Count(chance.randrange(1, 30), None, "مدنيين", 6, 12)
    who = ActorMention("مدنيين", 6, 12, f"actor-{actor}", f"Actor {actor}")
    at = day.isoformat()
    return replace(made, places=(where,), count=number, agents=(who,), date_from=at, date_to=at)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(ROOT / "src"))
    main()
