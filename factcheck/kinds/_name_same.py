"""How surely two names of different articles name one thing, and what stands between them."""

from __future__ import annotations

from factcheck.kinds._name_value import Name, NameType

SURE = 0.9
SPELLING = 0.8  # one name, spelt with other vowels
_LONG = 6  # letters
NEAR = 0.5  # a letter apart, or an ending where the office is one
_GENERIC = frozenset({"leader", "head", "officer", "minister", "secretary", "chair", "director", "commander"})


def same(a: Name, b: Name) -> float:
    """0..1: 1 one name, about 0.6 near or a part of the other, 0 two names."""
    if NameType.RANK in (a.type, b.type):
        return _same_holder(a, b)
    if a.id == b.id or (_shared_forms(a, b) and not _fixed(a, b)):
        return _with_roles(a, b, 1.0)
    if lies_in(a, b) or lies_in(b, a):
        return 0.6
    return 0.0 if _fixed(a, b) or not types_meet(a, b) else _alike_by_words(a, b)


def _shared_forms(a: Name, b: Name) -> frozenset[str]:
    """The forms both go by: a bare surname makes no one of two full names of persons."""
    shared = a.forms & b.forms
    if NameType.PERSON in (a.type, b.type) and min(len(a.parts), len(b.parts)) > 1:
        return frozenset(form for form in shared if " " in form)
    return shared


def _alike_by_words(a: Name, b: Name) -> float:
    if _is_abbreviation(a, b) or _is_abbreviation(b, a):
        return 0.95
    if NameType.ORGANISATION in (a.type, b.type):
        return _same_body(a, b)
    return _with_roles(a, b, _same_parts(a, b))


def is_inside(inner: str, outer: str) -> bool:
    """Whether the id of a place is the other's, or that of a place in it."""
    return inner == outer or inner.startswith(f"{outer}/")


def lies_in(inner: Name, outer: Name) -> bool:
    """Whether one place is told, or known, to lie in the other."""
    if inner.id.startswith(f"{outer.id}/"):
        return True
    return any(is_inside(place, outer.id) for place in inner.within)


def roles_meet(a: Name, b: Name) -> bool:
    """Whether an office of one can be an office of the other."""
    return bool(a.roles & b.roles) or any(_covers(x, y) or _covers(y, x) for x in a.roles for y in b.roles)


def roles_part(a: Name, b: Name) -> bool:
    """Whether both hold offices, and none in common."""
    return bool(a.roles) and bool(b.roles) and not roles_meet(a, b)


def _covers(wide: str, narrow: str) -> bool:
    return wide in _GENERIC and (narrow.endswith(wide) or wide in ("leader", "head", "officer"))


def _same_holder(a: Name, b: Name) -> float:
    if a.holder is None or b.holder is None:
        return 0.0
    return same(a.holder, b.holder)


def _fixed(a: Name, b: Name) -> bool:
    """Whether both are known to the tables, so that spelling says nothing more."""
    return ":" in a.id and ":" in b.id


def types_meet(a: Name, b: Name) -> bool:
    """Whether the two may be names of one type of thing."""
    return a.type is b.type or NameType.OTHER in (a.type, b.type)


def _with_roles(a: Name, b: Name, likeness: float) -> float:
    return 0.4 * likeness if NameType.PERSON in (a.type, b.type) and roles_part(a, b) else likeness


def _is_abbreviation(short: Name, full: Name) -> bool:
    if len(short.parts) != 1 or len(full.parts) < 3:
        return False
    return short.parts[0] == "".join(part[0] for part in full.parts) or short.parts[0] in full.forms


def _same_parts(a: Name, b: Name) -> float:
    """Persons and other things, part by part, as they sound."""
    few, many = sorted((a, b), key=lambda name: len(name.sounds))
    if "".join(few.sounds) == "".join(many.sounds):
        return 0.97
    scores = _matched(few.sounds, many.sounds)
    if not scores or min(scores) == 0.0:
        return 0.0
    if len(scores) == 1 and scores[0] < 1.0:  # a single word, and not the same one
        if roles_meet(a, b):
            return scores[0] + 0.15
        return scores[0] if _may_be_one(few, many, scores[0]) else scores[0] / 2
    likeness = min(scores)
    if likeness < SPELLING:
        return likeness + 0.15 if roles_meet(a, b) else likeness
    return likeness * _whole(few, many)


def _may_be_one(a: Name, b: Name, likeness: float) -> bool:
    """Two persons of one name each, a letter apart in as many: "Suparjo", "Suparno"."""
    single = len(a.parts) == len(b.parts) == 1 and len(a.parts[0]) == len(b.parts[0]) >= _LONG
    return single and a.type is b.type is NameType.PERSON and NEAR <= likeness < SPELLING


def is_near(a: Name, b: Name) -> bool:
    """Whether a word of one is only like a word of the other."""
    few, many = sorted((a.sounds, b.sounds), key=len)
    if NameType.ORGANISATION in (a.type, b.type):
        return len(few) == len(many) and few != many
    scores = _matched(few, many)
    return bool(scores) and 0.0 < min(scores) < SPELLING


def is_revowelled(a: Name, b: Name) -> bool:
    """Whether a word of one has other vowels in the other; of the other words nothing is asked."""
    few, many = sorted((a.sounds, b.sounds), key=len)
    apart = [part for part in few if part not in many]
    return any(_are_revowelled(part, other) for part in apart for other in many)


def _are_revowelled(a: str, b: str) -> bool:
    return len(_bones(a)) > 2 and _bones(a) == _bones(b)


def _whole(few: Name, many: Name) -> float:
    """How much of the longer name the shorter one has said."""
    if len(few.sounds) == len(many.sounds) or (len(few.sounds) > 1 and len(few.sounds[0]) > 1):
        return 0.97
    return 0.93 if len(few.sounds[0]) > 4 else 0.7


def _matched(few: tuple[str, ...], many: tuple[str, ...]) -> list[float]:
    """The likeness of each part of the shorter name to its best part in the longer one, in order."""
    scores = []
    start = 0
    for left, part in enumerate(few):
        stop = len(many) - (len(few) - left - 1)
        best = max(range(start, stop), key=lambda i: part_likeness(part, many[i]), default=None)
        if best is None:
            return []
        scores.append(part_likeness(part, many[best]))
        start = best + 1
    return scores


def part_likeness(a: str, b: str) -> float:
    """0..1 for two parts of names as they sound."""
    if a == b:
        return 1.0
    if a[0] != b[0] and not (a[1:] == b[1:] and len(a) > 5):
        return 0.0
    if min(len(a), len(b)) == 1:
        return 0.92  # an initial
    if _are_revowelled(a, b):
        return SPELLING
    if min(len(a), len(b)) < 5:
        return 0.0
    return _near(a, b)


def _bones(part: str) -> str:
    """The consonants: what spelling and hearsay leave alone."""
    return part[0] + "".join(char for char in part[1:] if char not in "aeiou")


def _near(a: str, b: str) -> float:
    from rapidfuzz.distance import Levenshtein  # loaded only where names are close

    distance = Levenshtein.distance(a, b)
    if distance == 1:
        return SPELLING if abs(len(a) - len(b)) == 1 and min(len(a), len(b)) > 6 else 0.55
    common = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return 0.4 if distance <= 4 and common >= 3 and distance <= max(len(a), len(b)) / 2 else 0.0


def _same_body(a: Name, b: Name) -> float:
    """Organisations: the same words, the first words, or one word near."""
    few, many = sorted((a.sounds, b.sounds), key=len)
    if set(few) == set(many):
        return 0.97
    if not few or not many:
        return 0.0
    if len(few) < len(many):
        return 0.7 if many[: len(few)] == few and sum(map(len, few)) > 4 else 0.0
    apart = part_apart(few, many)
    return 0.6 if apart and _alike(*apart) else 0.0


def part_apart(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, str] | None:
    """The one part in which two names of equally many parts, two or more, differ."""
    if not len(a) == len(b) > 1:
        return None
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return apart[0] if len(apart) == 1 else None


def _alike(a: str, b: str) -> bool:
    from rapidfuzz.distance import Levenshtein  # loaded only where names are close

    return min(len(a), len(b)) > 4 and Levenshtein.normalized_similarity(a, b) >= 0.6
