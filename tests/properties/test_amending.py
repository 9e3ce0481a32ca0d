"""The instructions of an amendment, carried out by hand on the base, give the text that was wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
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


@dataclass
class Node:
    """A paragraph with what stands under it."""

    kind: Kind
    text: str
    below: list[Node] = field(default_factory=list)
    closing: bool = False


def some_words(random: Random) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(4, 14))).capitalize() + ","


def some_node(random: Random, kind: Kind, depth: int = 0) -> Node:
    node = Node(kind, some_words(random))
    if kind is Kind.OPERATIVE and depth < 2 and random.random() < 0.3:
        node.below = [some_node(random, kind, depth + 1) for _ in range(random.randint(1, 3))]
        if depth == 0 and random.random() < 0.3:
            node.below.append(Node(kind, some_words(random), closing=True))
    return node


def some_text(random: Random) -> list[Node]:
    parts = [Kind.PREAMBULAR] * random.randint(1, 4) + [Kind.OPERATIVE] * random.randint(1, 5)
    if random.random() < 0.3:
        parts.insert(random.randint(0, len(parts)), Kind.HEADING)
    return [some_node(random, kind) for kind in parts]


def changed(nodes: list[Node], random: Random, depth: int = 0) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        fate = random.random()
        if fate < 0.15:
            continue
        text = node.text.split(" ") or ["Lamps,"]
        for _ in range(random.randint(0, 3) if fate < 0.5 else 0):
            at = random.randrange(len(text) + 1)
            text[at : at + random.randint(0, 2)] = [random.choice(WORDS) for _ in range(random.randint(0, 2))]
        words = " ".join(filter(None, text)) or "Lamps,"
        found.append(Node(node.kind, words, changed(node.below, random, depth + 1), node.closing))
        if random.random() < 0.15 and not node.closing:
            found.append(some_node(random, node.kind, depth))
    if len(found) > 1 and random.random() < 0.2:
        first, second = (
            random.sample([at for at, node in enumerate(found) if not node.closing] or [0], 1)[0],
            -1,
        )
        if found[first].kind is found[second].kind and not found[second].closing:
            found[first], found[second] = found[second], found[first]
    return found


def resolution(nodes: list[Node]) -> Resolution:
    head = Masthead(
        kind=DocumentKind.DRAFT, organ=Organ.GENERAL_ASSEMBLY, symbol=Symbol.parse("A/C.2/80/L.17")
    )
    return Resolution(masthead=head, title="Lamps", paragraphs=numbered(flat(nodes)))


def flat(nodes: list[Node], level: int = 0) -> Iterator[Paragraph]:
    for node in nodes:
        at = 0 if node.closing else level
        yield Paragraph(kind=node.kind, text=node.text, level=at, closing=node.closing)
        yield from flat(node.below, level + 1)


@dataclass
class Secretary:
    """Carries out instructions on the names and words of the base."""

    text: list[Node]
    named: dict[str, Node] = field(default_factory=dict)
    gone: list[int] = field(default_factory=list)
    behind: dict[int, list[Node]] = field(default_factory=dict)
    ahead: dict[int, list[Node]] = field(default_factory=dict)
    within: dict[int, list[Node]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        counts = {Kind.PREAMBULAR: 0, Kind.OPERATIVE: 0}
        single = sum(node.kind is Kind.OPERATIVE for node in self.text) == 1
        for node in self.text:
            if node.kind is Kind.HEADING:
                self.named[f"the heading “{node.text}”"] = node
                continue
            counts[node.kind] += 1
            number = counts[node.kind]
            if node.kind is Kind.PREAMBULAR:
                self.named[f"the {ordinal_words(number)} preambular paragraph"] = node
            else:
                self.name(node, "the operative paragraph" if single else f"operative paragraph {number}")

    def name(self, node: Node, name: str, depth: int = 0) -> None:
        self.named[name] = node
        letters = ["(a)", "(b)", "(c)", "(d)"] if depth == 0 else ["(i)", "(ii)", "(iii)", "(iv)"]
        for letter, below in zip(letters, node.below, strict=False):
            if below.closing:
                self.named[f"the closing text of {name}"] = below
            else:
                self.name(below, f"{name} {letter}", depth + 1)

    def carry_out(self, document: Resolution) -> list[Node]:
        several = document.paragraphs[0].number is not None
        orders: list[list[Paragraph]] = []
        for paragraph in document.paragraphs:
            if re.fullmatch(r"\d+\.", paragraph.number or "") or (not several and not orders):
                orders.append([])
            orders[-1].append(paragraph)
        for words, *brought in orders:
            self.obey(words.text, [*brought])
        return list(self.settled(self.text))

    def obey(self, words: str, brought: list[Paragraph]) -> None:
        if words.startswith("Delete "):
            self.gone += [id(self.named[name]) for name in listed(words.removeprefix("Delete ").rstrip("."))]
        elif found := re.fullmatch(r"Replace the chapeau of (.*) with the following text:", words):
            (paragraph,) = brought
            self.named[found[1]].text = paragraph.text
        elif found := re.fullmatch(r"Replace (.*) with the following text:", words):
            node = self.named[found[1]]
            (new,) = grown(brought, [node.kind], closing=node.closing)
            node.text, node.below, node.closing = new.text, new.below, new.closing
        elif found := re.fullmatch(r"In the text, insert (.*):", words):
            kinds = [
                kind_of(found[1]) if p.kind is not Kind.HEADING else p.kind for p in brought if not p.level
            ]
            self.text += grown(brought, kinds, closing=False)
        elif found := re.fullmatch(r"(After|Before|At the end of) (.*), (?:insert|add) (.*):", words):
            node = self.named[found[2]]
            where = {"After": self.behind, "Before": self.ahead, "At the end of": self.within}[found[1]]
            kinds = [
                Kind.HEADING
                if p.kind is Kind.HEADING
                else node.kind
                if "sub" in found[3]
                else kind_of(found[3])
                for p in brought
                if not p.level and not p.closing
            ]
            where.setdefault(id(node), []).extend(grown(brought, kinds, closing="closing text" in found[3]))
        else:
            name = next(n for n in sorted(self.named, key=len, reverse=True) if words.startswith(f"In {n}, "))
            node = self.named[name]
            node.text = reworded(node.text, words.removeprefix(f"In {name}, "))

    def settled(self, nodes: list[Node]) -> Iterator[Node]:
        for node in nodes:
            yield from self.ahead.get(id(node), [])
            if id(node) not in self.gone:
                below = list(self.settled(node.below)) + self.within.get(id(node), [])
                yield Node(node.kind, node.text, below, node.closing)
            yield from self.behind.get(id(node), [])


def kind_of(words: str) -> Kind:
    return Kind.PREAMBULAR if "preambular" in words else Kind.OPERATIVE


def grown(brought: list[Paragraph], kinds: list[Kind], *, closing: bool) -> list[Node]:
    """Paragraphs by their levels as trees; the last of a run may be the closing text."""
    roots: list[Node] = []
    path: list[Node] = []
    for paragraph in brought:
        if not paragraph.level and not paragraph.closing:
            roots.append(Node(kinds[len(roots)], paragraph.text))
            path = [roots[-1]]
            continue
        del path[paragraph.level or 1 :]
        path[-1].below.append(Node(path[0].kind, paragraph.text, closing=paragraph.closing))
        path.append(path[-1].below[-1])
    if closing and roots:
        roots[-1] = replace(roots[-1], closing=True)
    return roots


def listed(words: str) -> list[str]:
    """“operative paragraphs 3 and 4 and the heading …” → their names, one by one."""
    words = re.sub(
        r"the ([a-z, -]+) preambular paragraphs",
        lambda m: ", ".join(f"the {which} preambular paragraph" for which in re.split(", | and ", m[1])),
        words,
    )
    words = re.sub(
        r"operative paragraphs ([\d, ]+(?:and \d+)?)",
        lambda m: ", ".join(f"operative paragraph {number}" for number in re.findall(r"\d+", m[1])),
        words,
    )
    return re.findall(
        r"the heading “[^”]*”|(?:the closing text of )?(?:operative paragraph \d+|the operative paragraph)(?: \(\w+\))*"
        r"|the [a-z-]+ preambular paragraph",
        words,
    )


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


def shown(nodes: list[Node]) -> list[tuple[Kind, int, bool, str]]:
    return [(p.kind, p.level, p.closing, plain(p.text)) for p in flat(nodes)]


@given(st.integers(0, 2**32))
@settings(max_examples=200)
def test_the_instructions_give_the_text_that_was_wanted(seed: int) -> None:
    random = Random(seed)
    base = some_text(random)
    new = changed(base, random)
    if shown(base) == shown(new) or not new:
        return
    document = amendment(resolution(base), resolution(new))
    told = [f"{p.number or ''} {p.text}" for p in document.paragraphs]
    assert shown(Secretary(base).carry_out(document)) == shown(new), told
