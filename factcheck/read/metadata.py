"""What a page says of itself: headline, outlet, authors, date, place, agencies.

Everything is taken from lines that say it; only the day may be inferred, from one full date with its weekday
among the story's first sentences. What the page doesn't say stays None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from factcheck.languages import Language, plain, tokens
from factcheck.languages.calendar import CalendarDate, dates
from factcheck.model import Span, Zone
from factcheck.read.dateline import Dateline
from factcheck.read.dates import moment
from factcheck.read.lines import Line
from factcheck.read.page import Page, Reason
from factcheck.read.zones import Zoned

_INFERRED_FROM = 3  # sentences at the story's start
_LOOK = 2000  # characters of a sentence in which a date is looked for
_MASTHEAD_WORDS = 4
_TITLE_KEYS = ("title", "headline")
_AUTHOR_KEYS = ("author", "authors", "by")
_DATE_KEYS = ("date", "published", "pubdate")
_OUTLET_KEYS = ("publisher", "source", "site", "outlet")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its story."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | date | None = None
    place: str | None = None
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What metadata is read from."""

    text: str
    page: Page
    languages: Sequence[Language]  # the article's own first
    zoned: Zoned
    credits: Sequence[str]  # as they stand at the ends of paragraphs
    opening: Sequence[Span]  # the story's first sentences
    front: Mapping[str, str]  # front matter


def metadata(known: Known) -> Metadata:
    """All that the page says of itself."""
    masthead = _masthead(known)
    outlet, place = _names(known, masthead)
    agencies, named = _credited(known)
    return Metadata(
        title=_front(known, _TITLE_KEYS) or _title(known),
        publisher=_front(known, _OUTLET_KEYS) or masthead or outlet or _signed(known, named),
        authors=_authors(known, named),
        published=_published(known),
        place=place,
        credits=_credits(known, agencies),
    )


def _front(known: Known, keys: Iterable[str]) -> str | None:
    return next((known.front[key] for key in keys if known.front.get(key)), None)


def _lines(known: Known, zone: Zone) -> list[Line]:
    marked = zip(known.zoned.lines, known.zoned.marks, strict=True)
    return [line for line, mark in marked if mark.zone is zone]


def _title(known: Known) -> str | None:
    return next((" ".join(line.span.of(known.text).split()) for line in _lines(known, Zone.TITLE)), None)


# outlet and place


def _masthead(known: Known) -> str | None:
    """The page's first line where it is a name of a few words and no menu."""
    if not known.zoned.lines or known.zoned.first == 0:
        return None
    line, mark = known.zoned.lines[0], known.zoned.marks[0]
    name = re.split(r"\s*[|»›/]\s*", line.text)[0].strip()
    words = tokens(name)
    if mark.reason is not Reason.MENU or (line.closes and "|" not in line.text):
        return None
    short = 1 <= len(name.split()) <= _MASTHEAD_WORDS and not next(known.page.published.find(words), None)
    named = any(w.is_word and w.key not in known.page.menu for w in words)
    return name if short and named else None


def _names(known: Known, masthead: str | None) -> tuple[str | None, str | None]:
    """The outlet and the place that the dateline names."""
    line = known.zoned.dateline
    if line is None:
        return None, _dated_place(known)
    outlets = [n for n in line.names if _is_outlet(n, line, known, masthead)]
    places = [n for n in line.names if n not in outlets]
    outlet = outlets[0] if outlets else None
    if outlet is None and line.bracket and masthead is None and line.bracket[0].isalpha():
        outlet = line.bracket
    return outlet, places[0] if places else _dated_place(known)


def _is_outlet(name: str, line: Dateline, known: Known, masthead: str | None) -> bool:
    """Whether a name in a dateline is the outlet's and not a place's."""
    key = plain(name)
    if masthead and (key == plain(masthead) or key.replace(" ", "") == plain(masthead).replace(" ", "")):
        return True
    if key in known.page.cities or any(part.strip() in known.page.cities for part in key.split("/")):
        return False
    if re.fullmatch(r"[\w-]+(?:\.\w{2,4}){1,2}", name):
        return True
    if line.bracket or line.date or masthead or not line.firm or len(line.names) > 1:
        return any(part in known.page.outlet for part in key.split()) and not line.bracket
    return not _is_mentioned(name, line.span.end, known)


def _is_mentioned(name: str, after: int, known: Known) -> bool:
    """Whether the story or its headline speaks of a name, as it does of a place and rarely of its outlet."""
    title = _title(known) or ""
    word = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    return bool(word.search(title) or word.search(known.text, after, after + 20000))


def _dated_place(known: Known) -> str | None:
    """The place that stands beside the date in a date line: "BRUSSELS, February 11, 2025"."""
    for index, line in known.zoned.dates.items():
        if line.rest and not line.labelled:
            start, end = line.rest[0].start, line.rest[-1].end
            name = known.text[start:end]
            spelt = name.isupper() and len(name) > 4
            first = known.zoned.lines[index].span.start == start
            if first and (spelt or any(p in known.page.cities for p in plain(name).split("/"))):
                return name
    return None


def _signed(known: Known, named: Sequence[str]) -> str | None:
    """The outlet as the page's foot or its byline names it."""
    return _copyright(known) or _byline_outlet(known, named)


def _copyright(known: Known) -> str | None:
    """The name in a copyright line, without the sign, the year and the company's form."""
    for line, mark in zip(known.zoned.lines, known.zoned.marks, strict=True):
        if mark.reason is not Reason.COPYRIGHT:
            continue
        part = line.text.split("©")[-1].strip().split(". ")[0]
        words = [w for w in tokens(part) if w.is_word]
        while words and words[-1].key in known.page.company:
            words.pop()
        while words and words[0].key in known.page.company:
            words.pop(0)
        if 1 <= len(words) <= 5 and all(w.is_capital for w in words):
            return part[words[0].start : words[-1].end]
    return None


def _byline_outlet(known: Known, named: Sequence[str]) -> str | None:
    """An outlet named in a credit ("(Kabar.id/Rudi Hartono)") or after a dash in a byline."""
    for name in named:
        if re.fullmatch(r"[\w-]+(?:\.\w{2,4}){1,2}", name):
            return name
    for line in _lines(known, Zone.BYLINE):
        parts = re.split(r"\s[-–|]\s", line.text)
        if len(parts) == 2 and len(parts[1].split()) <= 3 and not any(c.isdigit() for c in parts[1]):
            return parts[1].strip()
    return None


# authors


def _authors(known: Known, named: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = _split_names(_front(known, _AUTHOR_KEYS) or "", known.page)
    label = ""
    for line in _lines(known, Zone.BYLINE):
        label, names = _byline_names(line, label, known)
        found += names
    found += [name for name in named if len(name.split()) > 1 and "." not in name]
    once: dict[str, str] = {}
    for name in found:
        once.setdefault(plain(name), name.title() if name.islower() else name)
    return tuple(once.values())


def _byline_names(line: Line, label: str, known: Known) -> tuple[str, list[str]]:
    """The label a byline leaves for the next line, and the authors it names."""
    words = list(line.words)
    hit = known.page.byline.at(words, 0)
    if line.text[0] in "-–—" or _is_agency(line.text, known.page):
        return label, []
    if hit is None and (line.text.startswith(("(", "[")) or next(known.page.credit.find(words), None)):
        return "", []
    if hit is None:
        names = [] if label == "other" or line.closes else _split_names(line.text, known.page)
        return "", names
    last = hit.last + (hit.last < len(words) and words[hit.last].text == ":")
    if last >= len(words):
        return hit.meaning, []
    rest = line.text[words[last].start - line.span.start :]
    return "", [] if hit.meaning == "other" else _split_names(rest, known.page)


def _is_agency(name: str, page: Page) -> bool:
    return plain(name) in page.agencies or plain(name) in page.unnamed


def _split_names(text: str, page: Page) -> list[str]:
    """The names in a byline's words: parted at commas, "and", "in"; rooms and outlets left out."""
    head = re.split(r"\s[-–|]\s|\|", text)[0]
    head = re.sub(r"\([^()]*\)", "", head)
    names: list[str] = []
    current: list[str] = []
    for word in [*head.replace(",", " , ").replace("/", " / ").split(), ","]:
        if word in {",", "/", "&"} or plain(word) in page.between:
            names += _name(current, page)
            current = []
            if names and plain(word) in page.place:
                break
        else:
            current.append(word)
    return names


def _name(words: Sequence[str], page: Page) -> list[str]:
    name = " ".join(words).strip(" .:;")
    desk = any(plain(word).strip(".:") in page.desk for word in words)
    if not 2 <= len(words) <= 5 or desk or any(c.isdigit() for c in name):
        return []
    return [] if _is_agency(name, page) else [name]


# date


def _published(known: Known) -> datetime | date | None:
    return (
        _front_date(known)
        or _dated(known, head=True)
        or _dateline_date(known.zoned.dateline)
        or _dated(known, head=False)
        or _inferred(known)
    )


def _front_date(known: Known) -> datetime | date | None:
    written = _front(known, _DATE_KEYS)
    if not written:
        return None
    try:
        parsed = datetime.fromisoformat(written)
    except ValueError:
        return _first(moment(d) for code in known.languages for d in dates(written, 0, len(written), code))
    return parsed if len(written) > 10 else parsed.date()


def _dated(known: Known, *, head: bool) -> datetime | date | None:
    """The date of the first date line, one of publication before one of an update."""
    lines = [d for i, d in known.zoned.dates.items() if (i < known.zoned.first) is head]
    lines.sort(key=lambda line: line.updated)
    return _first(moment(line.found) for line in lines)


def _first(found: Iterable[datetime | date | None]) -> datetime | date | None:
    return next((day for day in found if day is not None), None)


def _dateline_date(line: Dateline | None) -> datetime | date | None:
    found = moment(line.date) if line and line.date else None
    return found.date() if isinstance(found, datetime) else found


def _inferred(known: Known) -> date | None:
    """The only full date of the first sentences, where its weekday stands beside it and is right."""
    found: set[date] = set()
    for span in known.opening[:_INFERRED_FROM]:
        end = min(span.end, span.start + _LOOK)
        for written in dates(known.text, span.start, end, known.languages[0]):
            if _is_news_day(written) and written.date:
                found.add(written.date)
    return found.pop() if len(found) == 1 else None


def _is_news_day(written: CalendarDate) -> bool:
    return written.weekday is not None and written.fits_weekday is True and written.end_day is None


# credits


def _credited(known: Known) -> tuple[list[str], list[str]]:
    """Agencies and other names among the credits at paragraphs' ends."""
    agencies = [name for name in known.credits if plain(name) in known.page.agencies or _is_initials(name)]
    return agencies, [name for name in known.credits if name not in agencies and not name.islower()]


def _is_initials(name: str) -> bool:
    return name.isupper() and name.isalpha() and 2 <= len(name) <= 6


def _credits(known: Known, agencies: Sequence[str]) -> tuple[str, ...]:
    """The agencies credited for the whole article, in the order they are met, each once."""
    found: list[str] = []
    line = known.zoned.dateline
    if line and line.bracket:
        found.append(line.bracket)
    for byline in [*_lines(known, Zone.BYLINE), *_lines(known, Zone.PUBLISHED)]:
        for part in re.split(r"\s*[|/,]\s*|\s[-–]\s", byline.text):
            found += _agency(part.strip(" -–—()[]."), byline, known.page)
    found += agencies
    once = {plain(name): name for name in reversed(found) if plain(name) not in known.page.unnamed}
    return tuple(reversed(once.values()))


def _agency(part: str, byline: Line, page: Page) -> list[str]:
    known = page.agencies.get(plain(part))
    if known:
        return [part]
    alone = byline.count == 1 and _is_initials(part)
    named = any(plain(part).endswith(f" {form}") for form in page.wires)
    return [part] if part and (alone or named) and part[0].isupper() else []
