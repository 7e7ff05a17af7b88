"""From credits to attributions: who a pronoun is, who passed on whom, whose words run on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from factcheck.attribution.cast import Cast
from factcheck.attribution.credits import Credit, credits
from factcheck.attribution.phrases import Phrase, leading
from factcheck.attribution.scene import Scene, Who
from factcheck.attribution.words import Cue, Head, Pronoun
from factcheck.model import Attribution, Span, Zone

_FAR = 4  # paragraphs a pronoun reaches back
_BACK = 25  # sentences any rule looks back
_QUOTE = 4  # tokens: shorter quotations are words held with tongs, not speech
_WORDS = 3  # a quotation of fewer is a name or a word held with tongs
_SINGLES = (Pronoun.PERSON, Pronoun.SPEAKER)  # a person, as a rule
_PLURALS = (Pronoun.MANY, Pronoun.SPEAKER)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source once found."""

    shown: str
    named: bool
    person: bool  # may be a single person: "he"
    thing: bool  # may be a body, a country, a document: "it"
    keys: frozenset[str]  # the nouns and names in it
    document: bool = False
    sure: bool = False  # a person by name or office, not by its capitals alone


@dataclass(slots=True)
class Told:
    """What is known of one sentence so far."""

    scene: Scene
    found: list[tuple[Attribution, Speaker]] = field(default_factory=list)
    lead: Speaker | None = None  # whom the sentence is about

    @property
    def speaker(self) -> Speaker | None:
        """The sentence's first source."""
        return self.found[0][1] if self.found else None


class Telling:
    """The article's sentences in order, each credited with the help of those before it."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self.cast = Cast(scenes)
        self.told: list[Told] = []
        for scene in scenes:
            self._tell(scene)

    def _tell(self, scene: Scene) -> None:
        told = Told(scene)
        self.told.append(told)
        found = [c for c in credits(scene) if c.phrase is None or self._may(scene, c)]
        sources = [c for c in found if c.cue is not Cue.VIA]
        vias = [c for c in found if c.cue is Cue.VIA and (not sources or _passes_on(scene, c, sources))]
        for credit in sources or vias:
            for speaker in self._speakers(told, credit):
                if all(known.shown != speaker.shown for _, known in told.found):
                    told.found.append((self._attribution(scene, credit, speaker), speaker))
        if sources and vias:
            self._pass_on(told, vias[0])
        told.lead = self._lead(scene)
        for credit in found:
            if credit.back and told.found:
                self._credit_back(told)

    def _may(self, scene: Scene, credit: Credit) -> bool:
        """In a headline only names speak before a verb that may be a noun there."""
        phrase = credit.phrase
        if scene.sentence.zone is not Zone.TITLE or phrase is None:
            return True
        covered = {i for who in phrase.whos for i in range(who.first, who.last)}
        little = scene.lex.lists | scene.lex.determiners
        rest = [
            i for i in range(phrase.first, phrase.last) if i not in covered and scene.key(i) not in little
        ]
        return bool(covered) and not rest

    def _attribution(self, scene: Scene, credit: Credit, speaker: Speaker) -> Attribution:
        span = scene.span(credit.first, credit.last)
        cue = span.of(scene.text)
        return Attribution(
            source=speaker.shown, via=None, cue=cue, quoted=False, span=span, named=speaker.named
        )

    def _pass_on(self, told: Told, via: Credit) -> None:
        """Names the outlet a source was quoted through; a person cited by an outlet is the source."""
        passer = self._speaker(told, via)
        if passer is None:
            return
        for i, (attribution, speaker) in enumerate(told.found):
            if speaker.shown == passer.shown:
                continue
            if passer.person and not speaker.person:
                turned = replace(attribution, source=passer.shown, via=speaker.shown, named=passer.named)
                told.found[i] = turned, passer
            else:
                told.found[i] = replace(attribution, via=passer.shown), speaker

    def _credit_back(self, told: Told) -> None:
        """ "This was confirmed by X": the sentence before is X's too, unless it names its own source."""
        at = told.scene.index - 1
        if at < 0:
            return
        before = self.told[at]
        if before.scene.sentence.zone is Zone.TITLE or any(speaker.named for _, speaker in before.found):
            return
        before.found = list(told.found)

    def _speakers(self, told: Told, credit: Credit) -> list[Speaker]:
        phrase = credit.phrase
        holders = self._holders(told.scene, phrase) if phrase else []
        if holders:
            return holders
        speaker = self._speaker(told, credit)
        return [speaker] if speaker else []

    def _holders(self, scene: Scene, phrase: Phrase) -> list[Speaker]:
        """ "Foreign Minister of A and B": one office for two people, where the article names both."""
        if len(phrase.whos) < 3 or phrase.person is not None:
            return []
        office, *within, one, other = phrase.whos
        places = one.head is other.head is Head.NAME and other.first - one.last == 1
        titled = office.head is Head.PEOPLE and all(who.head is Head.RUN for who in within)
        if not (titled and places and scene.key(one.last) in scene.lex.lists):
            return []
        title = scene.words(phrase.first, one.first)
        found = [self.cast.holder(f"{title} {scene.words(who.first, who.last)}") for who in (one, other)]
        return (
            [
                Speaker(shown, True, True, False, frozenset((office.id,)), sure=True)
                for shown in found
                if shown
            ]
            if all(found)
            else []
        )

    def _speaker(self, told: Told, credit: Credit) -> Speaker | None:
        scene, phrase = told.scene, credit.phrase
        if phrase is None:
            return Speaker(scene.tokens[credit.first].text, False, False, True, frozenset(), document=True)
        if phrase.pronoun is not None:
            return self._meant(told, credit, phrase.pronoun)
        return self._known(scene, phrase)

    def _known(self, scene: Scene, phrase: Phrase) -> Speaker:
        names = [who for who in phrase.whos if who.named]
        if len(phrase.whos) == 1 and not names:
            fuller = self._pair(scene, phrase) or self._defined(scene, phrase)
            if fuller:
                return fuller
        head = phrase.person or (phrase.whos[0] if phrase.whos else None)
        lone = head is not None and head.head is Head.PEOPLE and self._single(scene, phrase)
        run = any(who.head is Head.RUN for who in phrase.whos)
        return Speaker(
            shown=self._shown(scene, phrase, names),
            named=self._named(scene, phrase, names) and not _hides(scene, phrase),
            person=phrase.person is not None or lone or (run and not phrase.documents),
            thing=head is None or (head.head not in (Head.PERSON, Head.PEOPLE)),
            keys=frozenset(who.id for who in phrase.whos),
            document=phrase.documents,
            sure=phrase.person is not None or lone or _looks_human(scene, phrase),
        )

    def _shown(self, scene: Scene, phrase: Phrase, names: Sequence[Who]) -> str:
        """The phrase, or for a name in it the fullest form that the article gives."""
        shown = scene.words(phrase.first, phrase.last)
        persons = [who for who in names if who.head is Head.PERSON]
        alone = len(names) == 1 and self._is_whole(phrase, names[0].first)
        sole = persons[0] if len(persons) == 1 else names[0] if alone and not persons else None
        full = self.cast.shown(sole) if sole else None
        if not sole or not full or _inside(scene, phrase, sole):
            return shown
        within = phrase.whos[0].head is Head.BODY  # "Hospital Sultanah Aminah" is no person
        if (sole.head is Head.PERSON and not within) or len(full.split()) > len(shown.split()):
            return full
        return shown

    def _named(self, scene: Scene, phrase: Phrase, names: Sequence[Who]) -> bool:
        """Whether a reader can look the source up: a name, a body, an office with its holder."""
        if phrase.person or not phrase.whos:
            return phrase.person is not None
        if any(not who.named and who.id in scene.lex.nameless for who in phrase.whos):
            return False
        if phrase.whos[0].head is Head.PEOPLE:
            return bool(names) and self._titled(phrase)
        return bool(names) or all(who.head is not Head.PEOPLE for who in phrase.whos)

    @staticmethod
    def _single(scene: Scene, phrase: Phrase) -> bool:
        """Whether an office or a noun for people means one of them."""
        row = scene.tokens[phrase.first : phrase.last]
        alone = row[0].key in scene.lex.single or row[0].key.endswith(tuple(scene.lex.single))
        return alone and not any(token.is_number for token in row)

    @staticmethod
    def _is_whole(phrase: Phrase, first: int) -> bool:
        """Whether a name stands alone in the phrase, articles apart."""
        return first - phrase.first <= 1 and all(who.named for who in phrase.whos)

    @staticmethod
    def _titled(phrase: Phrase) -> bool:
        """Whether a name follows right on an office: it may be the holder's."""
        return any(who.named and who.last == phrase.last for who in phrase.whos)

    def _defined(self, scene: Scene, phrase: Phrase) -> Speaker | None:
        """ "the official": the source credited before under that word."""
        lex = scene.lex
        around = {scene.key(phrase.first), scene.key(phrase.last), scene.key(phrase.last - 1)}
        if not around & lex.definite or phrase.last - phrase.first > 3:
            return None
        key = phrase.whos[0].id
        for told in self._earlier(_BACK):
            for _, speaker in told.found:
                if key in speaker.keys:
                    return speaker
        return None

    def _pair(self, scene: Scene, phrase: Phrase) -> Speaker | None:
        """ "the two leaders": the persons named before, shown with it where there are no others."""
        office = phrase.whos[0]
        if office.head is not Head.PEOPLE or scene.lex.pairs.at(scene.tokens, phrase.first) is None:
            return None
        people = {
            who.id: who
            for told in self._earlier(_BACK)
            for who in told.scene.names
            if who.head is Head.PERSON
        }
        if len(people) < 2:
            return None
        shown = scene.words(phrase.first, phrase.last)
        if len(people) == 2:
            shown += f" ({', '.join(sorted(who.full for who in people.values()))})"
        return Speaker(shown, True, False, False, frozenset((office.id,)))

    def _earlier(self, most: int) -> Iterator[Told]:
        """The sentences before the last one told, nearest first."""
        for at in range(len(self.told) - 2, max(-1, len(self.told) - 2 - most), -1):
            yield self.told[at]

    def _meant(self, told: Told, credit: Credit, pronoun: Pronoun) -> Speaker | None:
        """Who a pronoun stands for: the nearest before it that fits."""
        here = self._meant_here(told, credit, pronoun)
        if here:
            return here
        paragraph = told.scene.sentence.paragraph
        for earlier in self._earlier(_BACK):
            place = earlier.scene.sentence
            if paragraph - place.paragraph > _FAR or place.zone is Zone.TITLE:
                return None
            meant = _likeliest(earlier, pronoun)
            if meant:
                return meant
        return None

    def _meant_here(self, told: Told, credit: Credit, pronoun: Pronoun) -> Speaker | None:
        for _, speaker in told.found:
            if _fits(speaker, pronoun):
                return speaker
        scene, phrase = told.scene, credit.phrase
        if phrase is None or pronoun in _PLURALS or credit.cue is Cue.OF:
            return None  # "stocks, according to him, …": not of whom the statement speaks
        if phrase.first == 0 or scene.key(phrase.first - 1) == "," or scene.quoted[phrase.first - 1]:
            return None  # "…, he said": not of whom the statement speaks
        subject = leading(scene, phrase.first, apposed=False)
        if subject and subject.pronoun is None and subject.whos:
            speaker = self._known(scene, subject)
            if _fits(speaker, pronoun) and _is_sure(subject):
                return speaker
        return self._owner(scene, phrase.first) if pronoun is Pronoun.THING else None

    def _owner(self, scene: Scene, stop: int) -> Speaker | None:
        """ "The bank's aim is …, and it expects": the owner named first."""
        owner = next((who for who in scene.owners if who.last <= stop), None)
        if owner is None:
            return None
        return Speaker(self.cast.shown(owner) or owner.full, True, False, True, frozenset((owner.id,)))

    def _lead(self, scene: Scene) -> Speaker | None:
        """Whom a sentence is about: its first noun phrase, where that can speak."""
        stop = next((i for i, quoted in enumerate(scene.quoted) if quoted), len(scene.tokens))
        phrase = leading(scene, min(stop, 60), apposed=True) if stop else None
        if phrase is None or phrase.pronoun is not None or not phrase.speaks:
            return None
        return self._known(scene, phrase)

    def continue_quotations(self, quotations: Sequence[Span]) -> None:
        """Gives every quotation its speaker, and with it the sentences that hold nothing else."""
        starts = [told.scene.sentence.span.start for told in self.told]
        for quotation in quotations:
            first = max(0, bisect_right(starts, quotation.start) - 1)
            last = bisect_right(starts, quotation.end)
            self._continue(quotation, self.told[first:last])
        begins = [quotation.start for quotation in quotations]
        for told in self.told:
            last = bisect_right(begins, told.scene.sentence.span.end)
            first = max(0, bisect_right(begins, told.scene.sentence.span.start) - 1)
            told.found = _with_passages(told, quotations[first:last])

    def _continue(self, quotation: Span, near: Sequence[Told]) -> None:
        over = [told for told in near if told.scene.sentence.span.meets(quotation)]
        over = [told for told in over if told.scene.sentence.zone is not Zone.TITLE]
        silent = [told for told in over if not told.found]
        if not silent:
            return
        found = next((told.found for told in over if told.found), None) or self._around(over)
        for told in silent:
            if found and _is_speech(told.scene):
                told.found = [(_carried(a), s) for a, s in found[:1]]

    def _around(self, over: Sequence[Told]) -> list[tuple[Attribution, Speaker]] | None:
        """The neighbour that speaks: right after, right before, or in the paragraph above."""
        first, last = over[0].scene, over[-1].scene
        if not all(_is_speech(told.scene) for told in over):
            return None
        after = self._at(last.index + 1)
        if after and after.found and _is_tag(after.scene, last.sentence.paragraph):
            return after.found
        before = self._at(first.index - 1)
        if before is None or before.scene.sentence.zone is Zone.TITLE:
            return None
        if not before.found:
            return self._announced(before)
        gap = first.sentence.paragraph - before.scene.sentence.paragraph
        return before.found if gap <= 1 and not before.found[0][1].document else None

    def _announced(self, before: Told) -> list[tuple[Attribution, Speaker]] | None:
        """ "The judge had advice for him:" gives the quotation after it to the judge."""
        row = before.scene.tokens
        if before.lead is None or row[-1].text != ":":
            return None
        span = before.scene.span(len(row) - 1, len(row))
        shown = before.lead
        return [(Attribution(shown.shown, None, span.of(before.scene.text), False, span, shown.named), shown)]

    def _at(self, index: int) -> Told | None:
        return self.told[index] if 0 <= index < len(self.told) else None

    def open_lists(self) -> None:
        """After "X gave details." the next sentence of the paragraph is X's."""
        for told, after in pairwise(self.told):
            same = told.scene.sentence.paragraph == after.scene.sentence.paragraph
            if same and told.found and not after.found and _opens(told.scene):
                after.found = [(_carried(a), s) for a, s in told.found[:1]]


def _inside(scene: Scene, phrase: Phrase, who: Who) -> bool:
    """Whether a name is neither at the head of a phrase nor at its end: "the envoy of Ull Ode, Bo Ek"."""
    return who.last < phrase.last and any(other.named and other.first >= who.last for other in phrase.whos)


def _hides(scene: Scene, phrase: Phrase) -> bool:
    """Whether the sentence says that its source won't be named."""
    return phrase.person is None and scene.hides


def _passes_on(scene: Scene, via: Credit, sources: Sequence[Credit]) -> bool:
    """Whether an outlet is named for the sentence, not for a figure in it ("the 40 dead reported by X")."""
    before = via.first - 1
    if before < 0 or scene.quoted[before] or scene.key(before) in (",", "–", "—", "-"):
        return True
    return scene.key(before) in scene.lex.relatives or any(
        c.phrase and c.phrase.last == via.first for c in sources
    )


def _is_sure(phrase: Phrase) -> bool:
    """Whether the phrase is more than a lone capital that may be anything."""
    who = phrase.whos[0]
    return who.head is not Head.RUN or who.last - who.first > 1


def _looks_human(scene: Scene, phrase: Phrase) -> bool:
    """Whether capitals that nobody knows are a person's: after an office, two words, or one with an aside."""
    run = next((who for who in phrase.whos if who.head is Head.RUN), None)
    if run is None or any(
        scene.tokens[i].is_number or _is_acronym(scene, i) for i in range(run.first, run.last)
    ):
        return False
    if run is not phrase.whos[0]:
        office = phrase.whos[phrase.whos.index(run) - 1]
        comma = scene.key(run.first - 1) == ","
        return (office.head is Head.PEOPLE or (office.head is Head.BODY and comma)) and not any(
            (scene.tokens[i].is_word and not scene.tokens[i].is_capital)
            for i in range(office.last, run.first)
        )
    follows = scene.tokens[run.last] if run.last < len(scene.tokens) else None
    if follows is None or follows.is_number or scene.lex.heads.at(scene.tokens, run.first):
        return False
    return run.first == phrase.first and (run.last - run.first > 1 or follows.key in (",", "("))


def _is_acronym(scene: Scene, at: int) -> bool:
    text = scene.tokens[at].text
    return len(text) > 2 and text.isupper()


def _likeliest(told: Told, pronoun: Pronoun) -> Speaker | None:
    """Whom of a sentence a pronoun means: its sources, a person for sure before a run of capitals; its topic."""
    fit = [speaker for _, speaker in told.found if _fits(speaker, pronoun)]
    if fit:
        return next((speaker for speaker in fit if speaker.sure), fit[0])
    lead = told.lead
    return lead if lead and _fits(lead, pronoun) and (lead.sure or pronoun not in _SINGLES) else None


def _fits(speaker: Speaker, pronoun: Pronoun) -> bool:
    if pronoun is Pronoun.PERSON:
        return speaker.person
    if pronoun is Pronoun.THING:
        return speaker.thing
    return True


def _carried(attribution: Attribution) -> Attribution:
    return replace(attribution, quoted=False, passages=())


def _is_speech(scene: Scene) -> bool:
    """Whether a sentence without a cue is quoted as a whole, or nearly."""
    quoted = scene.spoken
    rest = len(scene.tokens) - quoted
    return rest == 0 or (quoted >= _QUOTE and rest <= 2)


def _is_tag(scene: Scene, paragraph: int) -> bool:
    """Whether a sentence does nothing but credit the quotation before it ("Ode said.")."""
    tells = any(token.key in scene.lex.starts for token in scene.tokens)  # "Ode said that…"
    short = scene.spoken == 0 and len(scene.tokens) <= 14
    return short and not tells and scene.sentence.paragraph == paragraph


def _opens(scene: Scene) -> bool:
    return len(scene.tokens) <= 10 and any(token.key in scene.lex.opens for token in scene.tokens)


def _with_passages(told: Told, quotations: Sequence[Span]) -> list[tuple[Attribution, Speaker]]:
    """The sentence's attributions, the first with the sentence's quotations."""
    if not told.found:
        return []
    place = told.scene.sentence.span
    passages = tuple(
        Span(max(q.start, place.start), min(q.end, place.end)) for q in quotations if q.meets(place)
    )
    (first, speaker), *rest = told.found
    long = any(len(q.of(told.scene.text).split()) >= _WORDS for q in passages)
    return [(replace(first, quoted=long, passages=passages), speaker), *rest]
