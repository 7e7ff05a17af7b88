"""Zones: which lines of a page are the story, and what the others are.

Told from phrases ("Baca juga:"), from shape (short lines, ends without a full stop) and above all from place:
the story is the run of paragraphs; a list of headlines after it is a list of headlines. A paragraph of full
sentences in that run is never dropped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.languages import Hit, Language
from factcheck.model import Zone
from factcheck.read.dateline import Dateline, credit, dateline
from factcheck.read.dates import DateLine, date_line
from factcheck.read.lines import Line, Make, is_name_like
from factcheck.read.page import Page, Reason, bare_key, first_word

_AFTER_STORY = frozenset(
    {Reason.RELATED, Reason.POPULAR, Reason.TAGS, Reason.COMMENTS, Reason.COPYRIGHT, Reason.DISCLAIMER}
    | {Reason.PAGES, Reason.MORE}
)
_TITLE_WORDS = 6  # a longer headline is no better
_RESUMING = 12  # words of a paragraph that takes the story up again


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is; a reason where it is boilerplate."""

    zone: Zone
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Zoned:
    """All lines with their marks, the date lines and the dateline among them."""

    lines: Sequence[Line]
    marks: Sequence[Mark]
    dates: Mapping[int, DateLine]  # by index into lines
    first: int  # the index of the first paragraph
    dateline: Dateline | None


BODY = Mark(Zone.BODY)
_BYLINE = Mark(Zone.BYLINE)


def zoned(text: str, lines: Sequence[Line], page: Page, languages: Sequence[Language]) -> Zoned:
    """The lines of a page with their zones. The page's own language comes first in `languages`."""
    return _Zoning(text, lines, page, languages).zoned()


class _Zoning:
    """One page's zoning; `marks` fills up from what is sure to what follows from it."""

    def __init__(self, text: str, lines: Sequence[Line], page: Page, languages: Sequence[Language]) -> None:
        self.text = text
        self.lines = [_uncredited(text, line, page) for line in lines]
        self.page = page
        self.languages = languages
        self.dates: dict[int, DateLine] = {}
        self.marks: list[Mark | None] = [self._own(line) for line in lines]
        self.dateline: Dateline | None = None
        self.short: dict[int, bool] = {}
        self.ages = [i for i, line in enumerate(lines) if page.is_age(line)]

    def zoned(self) -> Zoned:
        first = self._first_paragraph()
        self._head(first)
        self._story(first)
        self._tail(first)
        marks = [mark or _boilerplate(Reason.TEASER) for mark in self.marks]
        return Zoned(self.lines, marks, self.dates, first, self.dateline)

    # what a line says of itself

    def _own(self, line: Line) -> Mark | None:
        if line.make is Make.NOTE:
            return _boilerplate(Reason.MARKUP)
        if line.make in (Make.TITLE, Make.HEADING) and not line.text.startswith("<"):
            reason = self.page.whole.get(bare_key(line))
            return _boilerplate(reason) if reason else None
        if self._is_byline(line):
            return _BYLINE
        reason = self.page.reason(line)
        if reason and not (line.is_prose and line.count > 40):
            return _boilerplate(reason)
        return Mark(Zone.CAPTION) if self._is_caption(line) else None

    def _is_byline(self, line: Line) -> bool:
        words = list(line.words)
        start = first_word(line)
        if line.count > 40:
            return False
        credits = next(self.page.credit.find(words), None)
        if credits and (
            credits.meaning == "holding" or (credits.first <= start and _is_signed(line, credits))
        ):
            return True
        hit = self.page.byline.at(words, start)
        if hit is None or line.count > 15:
            return False
        rest = [w for w in words[hit.last :] if w.is_word and w.key not in self.page.between]
        named = all(w.is_capital or w.key in self.page.desk for w in rest)
        labelled = any(w.text == ":" for w in words[: hit.last + 1])
        if labelled and len(rest) > 6:
            return False
        return (named and not line.stops) or (labelled and line.count <= 8)

    def _is_caption(self, line: Line) -> bool:
        """Whether a line opens as a caption does, or ends with a picture's credit."""
        words = list(line.words)
        if not words or line.count > 70:
            return False
        hit = self.page.caption.at(words, first_word(line))
        if hit and (":" in {w.text for w in words[: hit.last + 1]} or not line.is_prose):
            return True
        opening = line.ending.rfind("(")
        if opening < 0 or not line.ending.rstrip(". ").endswith((")", "]")):
            return False
        start = line.span.end - len(line.ending) + opening
        inner = [w for w in words if w.start > start]
        return next(self.page.caption.find(inner), None) is not None

    # where the story starts

    def _first_paragraph(self) -> int:
        """The index of the story's first paragraph: the dateline's, or the first running text."""
        first = next((i for i, line in enumerate(self.lines) if self._may_open(i, line)), None)
        if first is None:
            return self._fallback()
        for index in range(first, min(first + 5, len(self.lines))):
            if index > first and self.marks[index] is not None:
                continue
            found = dateline(self.text, self.lines[index].span, self.languages)
            if found and self.lines[index].count >= 8 and (found.firm or index == first):
                self.dateline = found
                return index
        return first

    def _may_open(self, index: int, line: Line) -> bool:
        if self.marks[index] is not None or line.make in (Make.TITLE, Make.HEADING, Make.ITEM):
            return False
        if line.is_prose and line.count < 45:
            return True
        if line.count < 8:
            return False
        if line.is_prose:
            return True
        found = dateline(self.text, line.span, self.languages)
        return bool(found and found.firm and index > 0 and line.count >= 15)

    def _fallback(self) -> int:
        """A page without running text: its first closed line, else its longest."""
        free = [i for i, mark in enumerate(self.marks) if mark is None]
        closed = [i for i in free if self.lines[i].closes]
        if closed:
            return closed[0]
        return max(free, key=lambda i: self.lines[i].count, default=len(self.lines))

    # before the story

    def _head(self, first: int) -> None:
        for index in range(first):
            if self.marks[index] is None or self.marks[index] == _BYLINE:
                self._date(index)
        title = self._title(first)
        caption = self._caption_before(first, title)
        for index in range(first):
            if index == title:
                self.marks[index] = Mark(Zone.TITLE)
            elif self.marks[index] is None:
                self.marks[index] = self._before_story(index, title, caption)
        for index in range(first):
            if self._is_beside_byline(index, title):
                self.marks[index] = _BYLINE

    def _date(self, index: int) -> None:
        found = date_line(self.text, self.lines[index], self.languages, self.page)
        if found:
            self.dates[index] = found
        if found or self.page.is_age(self.lines[index]):
            self.marks[index] = Mark(Zone.PUBLISHED)

    def _title(self, first: int) -> int | None:
        free = [i for i in range(first) if self.marks[i] is None]
        times = Counter(self.lines[i].text for i in free)
        scores = {i: self._title_score(i, len(free), times[self.lines[i].text]) for i in free}
        best = max(free, key=lambda i: scores[i], default=None)
        return best if best is not None and scores[best] > 0 else None

    def _title_score(self, index: int, free: int, times: int) -> int:
        """How much like a headline a line before the story is; `times` is how often it stands there."""
        line = self.lines[index]
        if line.make is Make.TITLE:
            return 20
        if line.make is Make.ITEM or line.count > 40 or line.text.startswith("(") or line.stops:
            return 0
        if line.count < 2 or (line.count < 3 and index == 0 and free > 1):
            return 0
        return min(line.count, _TITLE_WORDS) + 6 * (times > 1) - 3 * self._is_in_menu(index)

    def _is_in_menu(self, index: int) -> bool:
        block = self.lines[index].block
        near = [i for i in (index - 2, index - 1, index + 1, index + 2) if 0 <= i < len(self.lines)]
        return any(self.lines[i].block == block and _is(self.marks[i], Reason.MENU) for i in near)

    def _caption_before(self, first: int, title: int | None) -> int | None:
        """The line right before the story, where names or a date stand between it and the headline."""
        last = max((i for i in range(first) if self.marks[i] is None), default=None)
        if last is None or title is None or last <= title or self.lines[last].make is Make.HEADING:
            return None
        above, below = self.marks[title + 1 : last], self.marks[last + 1 : first]
        seen = any(mark and mark.zone in (Zone.BYLINE, Zone.PUBLISHED) for mark in above)
        sided = any(w.key in self.page.sides for w in self.lines[last].words)
        return last if (seen or sided) and all(mark and mark.reason for mark in below) else None

    def _before_story(self, index: int, title: int | None, caption: int | None) -> Mark:
        line = self.lines[index]
        if title is None or index < title:
            return _boilerplate(Reason.MENU)
        if line.text == self.lines[title].text:
            return _boilerplate(Reason.REPEATED)
        if line.make in (Make.ITEM, Make.HEADING) or line.closes:
            return BODY
        if line.count < 5 or line.text.startswith("("):
            return _boilerplate(Reason.LABEL)
        return Mark(Zone.CAPTION) if index == caption else BODY

    def _is_beside_byline(self, index: int, title: int | None) -> bool:
        """Whether a line is a name next to a date or another name."""
        line = self.lines[index]
        loose = self.marks[index] in (BODY, _boilerplate(Reason.LABEL), Mark(Zone.CAPTION))
        if not loose or title is None or index <= title or line.closes:
            return False
        if not is_name_like(line, self.page.between | self.page.desk):
            return False
        near = [self.marks[i] for i in (index - 1, index + 1) if title < i < len(self.marks)]
        return any(mark and mark.zone in (Zone.BYLINE, Zone.PUBLISHED) for mark in near)

    # the story and what interrupts it

    def _story(self, first: int) -> None:
        index = first
        while index < len(self.lines):
            mark = self.marks[index]
            if mark is None:
                self.marks[index] = self._loose(index) if index > first else BODY
                index += 1
            elif mark.reason in _AFTER_STORY and not self._is_inline(index):
                index = self._skip(index)
            else:
                index += 1

    def _loose(self, index: int) -> Mark:
        """An unmarked line in the story: the story, unless it stands in a menu."""
        run = [i for i in range(index - 3, index + 4) if 0 <= i < len(self.lines) and self._short(i)]
        longest = _longest_run(run)
        return _boilerplate(Reason.MENU) if index in longest and len(longest) >= 4 else BODY

    def _short(self, index: int) -> bool:
        if index not in self.short:
            self.short[index] = self._is_short(index)
        return self.short[index]

    def _is_short(self, index: int) -> bool:
        line = self.lines[index]
        if line.count > 3 or line.closes or line.make is not Make.PLAIN or line.text.startswith("("):
            return False
        if self.marks[index] == _BYLINE:
            return False
        return date_line(self.text, line, self.languages, self.page) is None

    def _is_inline(self, index: int) -> bool:
        """Whether a link stands in one line with what it links to, so that the story goes on after it."""
        line = self.lines[index]
        reason = self.page.whole.get(bare_key(line))
        return self.marks[index] == _boilerplate(Reason.RELATED) and (reason is None or line.count >= 5)

    def _skip(self, index: int) -> int:
        """Marks what follows a heading that ends the story or interrupts it; the place where it goes on."""
        heading = self.lines[index]
        boxed = index + 1 < len(self.lines) and self.lines[index + 1].block == heading.block
        box = heading.block if boxed else (self.lines[index + 1].block if index + 1 < len(self.lines) else -1)
        place = index + 1
        while place < len(self.lines):
            if self.lines[place].block > box and self._resumes(place, index):
                return place
            if self.marks[place] is None:
                self.marks[place] = _boilerplate(self._left_over(index))
            place += 1
        return place

    def _left_over(self, index: int) -> Reason:
        mark = self.marks[index]
        kept = (Reason.TAGS, Reason.COPYRIGHT, Reason.DISCLAIMER, Reason.PAGES, Reason.COMMENTS)
        return mark.reason if mark and mark.reason in kept else Reason.TEASER

    def _resumes(self, place: int, heading: int) -> bool:
        """Whether the story goes on at a line: with paragraphs, one after the other."""
        if not self._is_paragraph(place):
            return self._is_subheading(place, heading)
        following = self._next_free(place)
        if following is not None and self._is_paragraph(following):
            return not self._aged_between(place, following)
        mark = self.marks[heading]
        ended = mark is not None and mark.reason not in (Reason.RELATED, Reason.MORE)
        return (
            not ended
            and place - heading <= 8
            and not self._aged_between(heading, len(self.lines))
            and (self._box_is_closed(heading, place) and following is None)
        )

    def _box_is_closed(self, heading: int, place: int) -> bool:
        """Whether all between a heading and a line stands in the heading's own block."""
        return all(self.lines[i].block == self.lines[heading].block for i in range(heading, place))

    def _is_paragraph(self, index: int) -> bool:
        line = self.lines[index]
        return self.marks[index] is None and line.is_prose and line.count >= _RESUMING

    def _is_subheading(self, place: int, heading: int) -> bool:
        """Whether a short line in a block of its own is followed by two paragraphs."""
        line, following = self.lines[place], self._next_free(place)
        if self.marks[place] is not None or line.count > 8 or following is None:
            return False
        alone = self.lines[following].block > line.block and self.lines[place - 1].block < line.block
        beyond = self._next_free(following)
        return alone and self._is_paragraph(following) and beyond is not None and self._is_paragraph(beyond)

    def _next_free(self, place: int) -> int | None:
        """The next line that isn't marked, passing what is known to interrupt."""
        for index in range(place + 1, len(self.lines)):
            mark = self.marks[index]
            if mark is None:
                return index
            if mark.reason in (Reason.MORE, Reason.POPULAR, Reason.TAGS, Reason.COPYRIGHT):
                return None
        return None

    def _aged_between(self, first: int, last: int) -> bool:
        """Whether a teaser's age ("2 hours ago") stands between two lines."""
        place = bisect_left(self.ages, first)
        return place < len(self.ages) and self.ages[place] <= last

    # after the story

    def _tail(self, first: int) -> None:
        """Takes back what follows the last closed line without being story: names, headlines."""
        body = [i for i in range(first, len(self.lines)) if self.marks[i] == BODY]
        last = max((i for i in body if self.lines[i].closes and not self._is_credit(i)), default=first)
        loose = [i for i in body if i > last]
        for index in loose:
            line = self.lines[index]
            if self._is_credit(index) or (line.count <= 8 and is_name_like(line, self.page.between)):
                self.marks[index] = _BYLINE
            elif not self._is_last_paragraph(index, last, loose):
                self.marks[index] = _boilerplate(Reason.TEASER)

    def _is_credit(self, index: int) -> bool:
        line = self.lines[index]
        found = credit(self.text, line.span, self.page)
        return found is not None and found.span.start <= line.span.start + 1

    def _is_last_paragraph(self, index: int, last: int, loose: Sequence[int]) -> bool:
        line = self.lines[index]
        listed = line.make is Make.ITEM and index == last + 1 + loose.index(index)
        return listed or (index == last + 1 and line.count >= 15)


def _uncredited(text: str, line: Line, page: Page) -> Line:
    """The line with the ending it has before its credits: "… is over. (jd/kl)" ends with a full stop."""
    found = credit(text, line.span, page)
    if found is None or found.span.start <= line.span.start + 1:
        return line
    return replace(line, ending=text[line.span.start : found.span.start][-40:])


def _boilerplate(reason: Reason) -> Mark:
    return Mark(Zone.BOILERPLATE, reason)


def _is(mark: Mark | None, reason: Reason) -> bool:
    return mark is not None and mark.reason is reason


def _is_signed(line: Line, hit: Hit) -> bool:
    """Whether a credit stands in brackets, or opens a line with words that open no headline."""
    if line.words[hit.last - 1].text != ":":
        return True
    return line.text.startswith(("(", "["))


def _longest_run(indices: Sequence[int]) -> Sequence[int]:
    runs: list[list[int]] = []
    for index in indices:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return max(runs, key=len, default=[])
