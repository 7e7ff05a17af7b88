"""What one article contradicts in itself, and what only looks as if it did."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.annotate import annotate
from factcheck.languages import Languages
from factcheck.model import Annotated, Fact, Kind
from factcheck.read import read_text
from factcheck.verdicts import Verdict
from factcheck.within import within

LANGUAGES = Languages()
EXAMPLES = [
    pytest.param(code, example, id=f"{code}: {example['text'][:40]}")
    for code in LANGUAGES.codes
    for example in LANGUAGES[code].examples("sums")
]
DATED = [
    pytest.param(code, example, id=f"{code}: {example['text'][-60:]}")
    for code in LANGUAGES.codes
    for example in LANGUAGES[code].examples("elapsed")
]
HEADED = [
    pytest.param(code, example, id=f"{code}: {' / '.join(example['text'])[:80]}")
    for code in LANGUAGES.codes
    for example in LANGUAGES[code].examples("headline")
]
FILLER = {
    "en": "Port Alder lies on the northern coast. The road to it runs through hills and forests.",
    "id": "Kota itu terletak di pesisir utara. Jalan ke sana melewati bukit dan hutan yang lebat.",
    "ms": "Bandar itu terletak di pantai utara. Jalan ke sana merentasi bukit dan hutan yang tebal.",
}


def annotated(text: str) -> Annotated:
    return annotate(read_text(text, "a.txt", "a", LANGUAGES), LANGUAGES)


def an_article(title: str, *body: str, day: str = "12 November 2024") -> Annotated:
    return annotated("\n\n".join((title, day, *body)) + "\n")


def found(article: Annotated) -> list[Fact]:
    return list(within(article, LANGUAGES))


def reasons(title: str, *body: str) -> list[str]:
    return [fact.reason for fact in found(an_article(title, *body))]


def quoted(article: Annotated, fact: Fact) -> list[list[str]]:
    """The words of each position's tellings."""
    return [[told.mention.span.of(article.article.text) for told in p.told] for p in fact.positions]


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_examples_beside_the_words(code: str, example: dict[str, Any]) -> None:
    article = annotated(f"{example['text']}\n\n{FILLER[code]}\n")
    words = [word for fact in found(article) for position in quoted(article, fact) for word in position]
    assert words == example["find"], example["why"]


@pytest.mark.parametrize(("code", "example"), DATED)
def test_examples_of_elapsed_time(code: str, example: dict[str, Any]) -> None:
    article = an_article(FILLER[code].split(". ")[0], example["text"], FILLER[code])
    words = [word for fact in found(article) for position in quoted(article, fact) for word in position]
    assert words == example["find"], example["why"]


@pytest.mark.parametrize(("code", "example"), HEADED)
def test_examples_of_headlines_and_openings(code: str, example: dict[str, Any]) -> None:
    title, opening = example["text"]
    article = an_article(title, opening, FILLER[code])
    words = [word for fact in found(article) for position in quoted(article, fact) for word in position]
    assert words == example["find"], example["why"]


@pytest.mark.parametrize(
    ("sentence", "weekday", "reason"),
    [
        (
            "Jembatan itu putus pada Jumat (9/11) malam setelah hujan deras mengguyur seharian.",
            "Jumat",
            "9 November 2024 was a Saturday, not a Friday",
        ),
        (
            "The council will vote on the bridge on Tuesday, November 20, after a long debate.",
            "Tuesday",
            "20 November 2024 is a Wednesday, not a Tuesday",
        ),
        (
            "Jambatan itu runtuh pada Khamis, 8 November, selepas hujan lebat sepanjang hari itu.",
            "Khamis",
            "8 November 2024 was a Friday, not a Thursday",
        ),
    ],
)
def test_a_weekday_that_is_not_that_of_its_date(sentence: str, weekday: str, reason: str) -> None:
    article = an_article("Bridge", sentence)
    (fact,) = found(article)
    assert (fact.id, fact.kind, fact.verdict, fact.origins) == ("w1", Kind.TIME, Verdict.CONFLICT, 1)
    assert fact.reason == reason
    assert quoted(article, fact)[0] == [weekday]


def test_a_slip_told_twice_is_one_finding() -> None:
    """One wrong pair of weekday and date is one finding, however often it is printed."""
    first = "Jembatan di jalan utama menuju pelabuhan itu putus pada Jumat (9/11) malam."
    (fact,) = found(an_article("Jembatan Putus", first, "Polisi menutup jalan sejak Jumat (9/11) malam."))
    assert [len(position.told) for position in fact.positions] == [2, 2]


@pytest.mark.parametrize(
    "sentence",
    [
        "Jembatan itu putus pada Sabtu (9/11) malam setelah hujan deras.",
        "The council votes on Tuesday, and the bridge opens on November 20.",
        "Friday's storm was followed by rain on 9 November, the weather office said.",
    ],
)
def test_weekdays_that_fit_or_stand_apart(sentence: str) -> None:
    assert reasons("Bridge", sentence) == []


@pytest.mark.parametrize(
    ("title", "body", "reason"),
    [
        (
            "Factory fire kills 18 workers",
            "A fire at a shoe factory in Port Alder killed 16 workers on Sunday, police said.",
            "the headline says 18, the body 16",
        ),
        (
            "Kapal Karam, 14 Orang Tewas",
            "Sebuah kapal karam di Teluk Sena dan menewaskan 11 orang, kata polisi setempat.",
            "the headline says 14, the body 11",
        ),
        (
            "Bot karam: 14 maut di Teluk Sena",
            "Sebuah bot karam di Teluk Sena dan 11 orang maut, kata polis daerah semalam.",
            "the headline says 14, the body 11",
        ),
        (
            "Gempa M 6,4 Guncang Teluk Sena",
            "Gempa bermagnitudo 6,2 mengguncang Teluk Sena pada Minggu pagi, kata badan geofisika.",
            "the headline says 6.4 magnitude, the body 6.2 magnitude",
        ),
    ],
)
def test_a_headline_the_body_contradicts(title: str, body: str, reason: str) -> None:
    assert reasons(title, body) == [reason]


@pytest.mark.parametrize(
    ("title", "body", "why"),
    [
        (
            "Factory fire kills 18 workers",
            "A fire at a shoe factory killed 16 workers on Sunday. By evening 18 workers were dead.",
            "the body has the headline's figure too",
        ),
        (
            "Factory fire kills 18 workers",
            "A fire at a shoe factory killed 16 workers in Port Alder. Two workers died in Lowmere.",
            "the headline's figure is the sum",
        ),
        (
            "Five dead in market attack",
            "A gunman killed four people at a market in Port Alder, then turned the gun on himself.",
            "one is told without a number",
        ),
        (
            "Factory fire kills 18",
            "A fire at a shoe factory in Port Alder hurt 16 workers on Sunday, police said.",
            "the hurt are not the dead",
        ),
        (
            "Factory fire kills 18",
            "Police initially said that 16 people were killed in the fire at a factory on Sunday.",
            "the count of an earlier hour",
        ),
        (
            "Factory fire kills 18",
            "A fire at a shoe factory killed at least 16 people in Port Alder on Sunday.",
            "at least 16 leaves room for 18",
        ),
        (
            "Factory fire kills 18",
            "A fire at a shoe factory killed 12 children in Port Alder on Sunday, police said.",
            "children are some of the dead",
        ),
        (
            "Nearly 20 killed in factory fire",
            "A fire at a shoe factory killed 16 people in Port Alder on Sunday, police said.",
            "a rounded figure is not held against an exact one",
        ),
        (
            "Police arrest 14 over riot",
            "Police have arrested 9 people in Port Alder and 5 in Lowmere over the riot on Sunday.",
            "the sentence shares the headline's figure out",
        ),
        (
            "Strikes kill 25 in one day",
            "A strike on a school in Port Alder killed 18 people on Monday. Another strike killed a family.",
            "others died elsewhere",
        ),
        (
            "Demam berdarah: 3 kematian baru",
            "Kementerian Kesehatan mencatat 1.045 kematian di seluruh negeri dalam wabah tersebut.",
            "a day's count and the whole one are too far apart for a slip",
        ),
        (
            "Kecelakaan Bus, 10 Orang Tewas",
            "Sebanyak 7 orang tewas di lokasi kecelakaan bus. Tiga korban tewas di rumah sakit.",
            "jumlahnya cocok",
        ),
        (
            "Factory fire kills 18",
            "In 2009 a fire at the same factory in Port Alder killed 11 people, the union said.",
            "another year's fire",
        ),
        (
            "Gempa M 6,4 Guncang Teluk Sena",
            "Gempa susulan bermagnitudo 5,1 terasa di Teluk Sena pada Minggu pagi, kata petugas.",
            "an aftershock is another quake",
        ),
    ],
)
def test_headlines_left_alone(title: str, body: str, why: str) -> None:
    assert reasons(title, body) == [], why


def test_one_thing_told_twice_differently() -> None:
    """Much the same words of much the same thing, with two figures."""
    first = "The landslide at the quarry destroyed 14 houses."
    second = "The landslide at the quarry destroyed 19 houses."
    article = an_article("Quarry slides", first, "The mayor came in the evening.", second)
    (fact,) = found(article)
    assert fact.reason == "told as 14, then as 19"
    assert quoted(article, fact) == [["14"], ["19"]]


@pytest.mark.parametrize(
    "second",
    [
        "The landslide at the quarry destroyed another 19 houses.",
        "The landslide at the quarry had destroyed 19 houses by then.",
        "The landslide at the quarry damaged 19 houses.",
        "The landslide at the quarry destroyed 19 shops.",
        "The landslide at the quarry may have destroyed 19 houses.",
        "The landslide at the quarry destroyed 14 houses.",
        "The landslide at the quarry destroyed 19 houses in Lowmere.",
        "The landslide at the quarry destroyed 19 houses on Monday.",
        "The landslide at the quarry destroyed 19 houses, Rosa Lind of the rescue service said.",
    ],
)
def test_told_again_but_not_the_same(second: str) -> None:
    first = "The landslide at the quarry destroyed 14 houses."
    assert reasons("Quarry slides", first, "The mayor came in the evening.", second) == []


def test_numbered_in_reading_order() -> None:
    """Findings of all checks are numbered as they stand on the page."""
    article = an_article(
        "Bus Terguling",
        "Bus itu membawa 30 orang, terdiri dari 12 pria dan 15 wanita.",
        "Bus itu terguling pada Jumat (9/11) malam di jalan raya.",
    )
    assert [(fact.id, fact.kind) for fact in found(article)] == [("w1", Kind.QUANTITY), ("w2", Kind.TIME)]


def test_nothing_in_an_article_without_figures() -> None:
    assert found(annotated(FILLER["en"])) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Ticket sales rose by 30 from 45 to 70 on Monday.", ["from 45 to 70 is a change of 25, not 30"]),
        ("Ticket sales rose by 25 from 45 to 70 on Monday.", []),
        (
            "Ticket sales rose 12% to 140,000 from 131,000.",
            ["from 131,000 to 140,000 is a change of 6.9 percent, not 12 percent"],
        ),
        ("Ticket sales rose 7% to 140,000 from 131,000.", []),
        (
            "The bank raised its rate by 50 basis points to 5.50% from 5.25%.",
            ["from 5.25 percent to 5.5 percent is a change of 25 basis points, not 50 basis points"],
        ),
        ("The bank raised its rate by 25 basis points to 5.50% from 5.25%.", []),
        ("Ticket sales rose about 12% to 140,000 from 131,000.", []),
        ("Ticket sales rose 12% to 140,000, and visitors came from 131 towns.", []),
        (
            "Harga beras naik Rp3.000 menjadi Rp14.500 dari Rp12.500 per kilogram.",
            ["from Rp12,500 to Rp14,500 is a change of Rp2,000, not Rp3,000"],
        ),
        ("Harga beras naik Rp2.000 menjadi Rp14.500 dari Rp12.500 per kilogram.", []),
    ],
)
def test_a_change_and_its_ends(sentence: str, found: list[str]) -> None:
    """By how much, from what and to what: three figures, of which two make the third."""
    assert reasons("The market", sentence) == found


VAGUE = "Tens of thousands of soldiers were sent to Japan by the government, reports say."


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("The ministry said up to 12,000 soldiers were sent to Japan this month.", 1),
        ("The ministry said 3,000 soldiers were sent to Japan this month.", 1),
        ("The ministry said up to 32,000 soldiers were sent to Japan this month.", 0),
        ("The ministry said up to 12,000 soldiers were killed in Japan this month.", 0),
        ("The ministry said up to 12,000 soldiers were sent to Brazil this month.", 0),
        ("The ministry said another 12,000 soldiers were sent to Japan this month.", 0),
        ("The ministry said up to 12,000 engineers were sent to Japan this month.", 0),
        ("In 2009, up to 12,000 soldiers were sent to Japan.", 0),
        ("The ministry first said 12,000 soldiers, then 40,000 soldiers were sent to Japan.", 0),
    ],
)
def test_a_vague_magnitude_beside_a_figure(second: str, count: int) -> None:
    found = reasons("Soldiers on the move", VAGUE, second)
    assert len(found) == count


SIGNED = "Mira Lind signed the fisheries treaty with Japan in the port of Tokyo on 3 November."


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Mira Lind signed the fisheries treaty with Japan in Tokyo on 5 November, her office said.", 1),
        ("Mira Lind signed the fisheries treaty with Japan in Tokyo this month, her office said.", 0),
        ("Mira Lind signed the fisheries treaty with Kenya in Nairobi on 5 November, her office said.", 0),
        ("Mira Lind ratified the fisheries treaty with Japan in Tokyo on 5 November, her office said.", 0),
        ("Osamu Kato signed the fisheries treaty with Japan in Tokyo on 5 November, his office said.", 0),
        ("Mira Lind will have signed the fisheries treaty with Japan in Tokyo on 25 November.", 0),
    ],
)
def test_a_deed_done_once_and_dated_twice(second: str, count: int) -> None:
    assert len(reasons("A treaty", SIGNED, second)) == count


def test_a_headline_the_body_bears_out_further_down() -> None:
    """Where the body is as firm as the headline anywhere, the opening's caution is no discrepancy."""
    opening = "Kenya may send troops to Japan to guard the port, the ministry said on Monday."
    firm = "Kenya will send troops in the spring, the prime minister told parliament in the evening."
    assert reasons("Kenya will send troops to Japan", opening, firm) == []
    assert len(reasons("Kenya will send troops to Japan", opening)) == 1


def test_a_weekday_is_held_against_the_hours_told() -> None:
    """Eleven hours before Thursday afternoon is no Wednesday, whatever the date beside it."""
    sinking = "The ferry capsized before dawn on Wednesday, 14 November, off the northern coast."
    rescue = "The cook was pulled from the water on Thursday afternoon, some 11 hours after the sinking."
    article = an_article("Ferry lost", sinking, rescue, day="15 November 2024")
    assert [fact.reason for fact in found(article)] == [
        "14 November 2024 was a Thursday, not a Wednesday",
        "Thursday 14 November 2024, 12:00-19:00 is not about 11 hours after Wednesday 13 November 2024, 00:00-07:00",
    ]


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Rosa Lind (54) was taken to the hospital in the evening.", 1),
        ("Rosa Lind (45) was taken to the hospital in the evening.", 0),
        ("Tora Lind (54) was taken to the hospital in the evening.", 0),
        ("Rosa Lind has worked at the mill since she was 16.", 0),
        ("Rosa Lind's 12-year-old daughter was taken to the hospital.", 0),
        ("Rosa Lind and Tora Berg, 54, were taken to the hospital in the evening.", 0),
    ],
)
def test_one_person_with_two_ages(second: str, count: int) -> None:
    assert len(reasons("At the mill", "Rosa Lind, 45, was found in the mill at noon.", second)) == count
