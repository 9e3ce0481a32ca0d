"""The instructions of an amendment, carried out by hand on the base, give the text that was wanted."""

from __future__ import annotations

import re
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.amending import amendment
from precedent.numbering import numbered
from precedent.resolution import DocumentKind, Kind, Masthead, Paragraph, Resolution
from precedent.session import Organ, ordinal_words
from precedent.symbol import Symbol

WORDS = (
    "lamps",
    "harbours",
    "tides",
    "and",
    "of",
    "79/194",
    "19 December 2024",
    "keepers,",
    "the",
    "eighty-first session",
)
PLACE = re.compile(
    r"(?:the (?P<pp>[a-z-]+) preambular paragraph|operative paragraph (?P<op>\d+))(?= |,|\.|$)"
)
ORDINALS = {ordinal_words(n): n for n in range(1, 60)}


def some_text(random: Random) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(4, 14))).capitalize() + ","


def some_base(random: Random) -> Resolution:
    parts = [Kind.PREAMBULAR] * random.randint(1, 5) + [Kind.OPERATIVE] * random.randint(2, 6)
    return Resolution(
        masthead=Masthead(
            kind=DocumentKind.DRAFT, organ=Organ.GENERAL_ASSEMBLY, symbol=Symbol.parse("A/C.2/80/L.17")
        ),
        title="Lamps",
        paragraphs=numbered(Paragraph(kind=kind, text=some_text(random)) for kind in parts),
    )


def changed(base: Resolution, random: Random) -> Resolution:
    kept: list[Paragraph] = []
    for paragraph in base.paragraphs:
        fate = random.random()
        text = paragraph.text.split(" ")
        if fate < 0.15:
            continue
        for _ in range(random.randint(0, 3) if fate < 0.6 else 0):
            at = random.randrange(len(text))
            text[at : at + random.randint(0, 2)] = [random.choice(WORDS) for _ in range(random.randint(0, 2))]
        kept.append(Paragraph(kind=paragraph.kind, text=" ".join(filter(None, text)) or "Lamps,"))
        if random.random() < 0.15:
            kept.append(Paragraph(kind=paragraph.kind, text=some_text(random)))
    return Resolution(masthead=base.masthead, title=base.title, paragraphs=numbered(kept))


def carried_out(base: Resolution, document: Resolution) -> list[tuple[Kind, str]]:
    """As a secretary would: each instruction on the numbers and words of the base."""
    texts: dict[tuple[str, int], list[str]] = {}
    order: list[tuple[str, int]] = []
    counts = {"pp": 0, "op": 0}
    for paragraph in base.paragraphs:
        part = "pp" if paragraph.kind is Kind.PREAMBULAR else "op"
        counts[part] += 1
        order.append((part, counts[part]))
        texts[order[-1]] = [paragraph.text]
    before_all: list[tuple[str, str]] = []
    added: dict[tuple[str, int], list[tuple[str, str]]] = {key: [] for key in order}
    waiting = iter(document.paragraphs)
    for paragraph in waiting:
        words = paragraph.text
        if words.startswith("Delete "):
            for key in places(words.replace(" and ", ", ")):
                texts[key] = []
        elif words.startswith("Replace "):
            texts[places(words)[0]] = [next(waiting).text]
        elif words.startswith(("After ", "Before ")):
            part = "pp" if re.search(r"insert .* preambular", words) else "op"
            brought = (part, next(waiting).text)
            if words.startswith("Before "):
                before_all.append(brought)
            else:
                added[places(words)[0]].append(brought)
        else:
            key = places(words)[0]
            texts[key] = [reworded(texts[key][0], words.split(", ", 1)[1])]
    found = list(before_all)
    for key in order:
        found += ((key[0], text) for text in texts[key])
        found += added[key]
    return [(Kind.PREAMBULAR if part == "pp" else Kind.OPERATIVE, text) for part, text in found]


def places(words: str) -> list[tuple[str, int]]:
    listed = re.sub(
        r"operative paragraphs ([\d, ]+)",
        lambda m: ", ".join(f"operative paragraph {n}" for n in re.findall(r"\d+", m[1])),
        words,
    )
    listed = re.sub(
        r"the ([a-z, -]+) preambular paragraphs",
        lambda m: ", ".join(f"the {which} preambular paragraph" for which in m[1].split(", ")),
        listed,
    )
    return [("pp", ORDINALS[m["pp"]]) if m["pp"] else ("op", int(m["op"])) for m in PLACE.finditer(listed)]


def reworded(text: str, changes: str) -> str:
    """All changes are to the words as they were circulated."""
    found: list[tuple[int, int, str]] = []
    for change in re.finditer(
        r"replace “(?P<old>[^”]*)” with “(?P<new>[^”]*)”|delete “(?P<gone>[^”]*)”"
        r"|(?P<side>after|before) “(?P<at>[^”]*)”, insert “(?P<what>[^”]*)”",
        changes,
    ):
        quoted = change["at"] or change["gone"] or change["old"]
        assert len(re.findall(f"(?={re.escape(quoted)})", text)) == 1, (quoted, text)
        start = text.index(quoted)
        end = start + len(quoted)
        if change["side"] == "after":
            found.append((end, end, f" {change['what']}"))
        elif change["side"]:
            found.append((start, start, f"{change['what']} "))
        else:
            found.append((start, end, change["new"] or ""))
    for start, end, words in sorted(found, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def plain(text: str) -> str:
    return re.sub(r"\s+(?=,)|,\s*(?=,)", "", re.sub(r"\s+", " ", text)).strip()


@given(st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_the_instructions_give_the_text_that_was_wanted(random: Random) -> None:
    base = some_base(random)
    new = changed(base, random)
    if [p.text for p in base.paragraphs] == [p.text for p in new.paragraphs]:
        return
    document = amendment(base, new)
    found = [(kind, plain(text)) for kind, text in carried_out(base, document)]
    assert found == [(p.kind, plain(p.text)) for p in new.paragraphs], [p.text for p in document.paragraphs]
