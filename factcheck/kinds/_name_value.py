"""Name: a person, body, place or other thing as one article knows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class NameType(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    RANK = "rank"  # a rank where it stands before its holder: itself a thing to compare
    OTHER = "other"  # a ship, a treaty, an event, or not known


@dataclass(frozen=True, slots=True)
class Name:
    """One name as the whole article gives it; all its mentions in the article share the same `id`.

    The id of a known place is its path ("country:KE/nairobi" lies in "country:KE"), of a world-wide body
    "body:un", of a rank "rank:colonel", of all else the plain words of the fullest form ("kim jong un").
    Fields that do not take part in equality say how the article speaks of the name.
    """

    id: str
    type: NameType
    full: str  # the fullest form in the article, titles aside
    parts: tuple[str, ...] = ()  # the plain words of the full form, particles aside
    sounds: tuple[str, ...] = field(default=(), compare=False)  # the parts spelt one way across alphabets
    title: str | None = field(default=None, compare=False)  # the office as written where the mention stands
    roles: frozenset[str] = field(
        default=frozenset(), compare=False
    )  # offices, in no language, of the whole article
    duties: frozenset[str] = field(
        default=frozenset(), compare=False
    )  # ids and plain names the offices belong to
    forms: frozenset[str] = field(
        default=frozenset(), compare=False
    )  # all plain forms: full name, abbreviation
    within: frozenset[str] = field(
        default=frozenset(), compare=False
    )  # ids of the places it is told to lie in
    capital: bool = False  # a seat of government, which may speak for its country
    holder: Name | None = None  # whose rank

    def show(self) -> str:
        """The fullest form."""
        return self.full

    def to_json(self) -> dict[str, object]:
        """The name as the contract writes it."""
        return {"id": self.id, "type": str(self.type)}
