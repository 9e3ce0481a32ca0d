"""Which wordings the concordance names for a query: the questions that are put to tantivy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from precedent.index.asking import Asked, sound
from precedent.index.filtering import Hints

if TYPE_CHECKING:
    import tantivy

ENOUGH = 60
"""So many passages with all of a few words make those with some of them superfluous."""
_COMMON = 0.08
"""A word that stands in a larger share of all wordings says little beside rarer ones."""
_FEW_HAVE = 1_000
"""What stands in no more wordings than that is never common."""
_TELLING = 4
"""So many rarer words make the common ones dispensable."""
_LATEST = "latest"


@dataclass(frozen=True, slots=True)
class Named:
    """What it names."""

    wordings: list[int]
    """Numbers of wordings, likely ones first, each once."""
    complete: bool
    """Whether all of them have every word of a short query."""


def beginnings(opening: str) -> list[str]:
    """What an opening may be asked for by: "recalling", "recalling also"."""
    words = sound(opening).lower().strip(" ,").split()
    return [" ".join(words[:count]) for count in range(1, len(words) + 1)]


def named(index: tantivy.Index, searcher: tantivy.Searcher, asked: Asked, hints: Hints, most: int) -> Named:
    """The best by the weight of their words; of a few words besides the newest with all of them, side by side first."""
    import tantivy

    schema = index.schema
    demands = [*_demands(schema, hints)]
    demands += [(tantivy.Occur.MustNot, _running(schema, words)) for words in asked.without]

    def look(
        occur: tantivy.Occur, wanted: Sequence[tantivy.Query], limit: int, order: str | None
    ) -> list[int]:
        some = tantivy.Query.boolean_query([(occur, one) for one in wanted])
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, some), *demands]) if demands else some
        found = searcher.search(query, limit, count=False, order_by_field=order)
        numbers = searcher.fast_field_values("wording", [address for _, address in found.hits])
        return [int(number) for number in numbers if number is not None]

    def once(*several: list[int]) -> list[int]:
        return list(dict.fromkeys(chain(*several)))

    must, should = tantivy.Occur.Must, tantivy.Occur.Should
    if asked.phrases:
        phrases = [_running(schema, phrase) for phrase in asked.phrases]
        return Named(once(look(must, phrases, most, _LATEST), look(must, phrases, most, None)), complete=True)
    single = {term: _running(schema, (term,)) for term in asked.terms}
    if asked.few:
        every = list(single.values())
        side_by_side = [_running(schema, asked.terms)]
        found = once(
            look(must, side_by_side, most // 4, _LATEST) if len(asked.terms) > 1 else [],
            look(must, every, most // 4, _LATEST),
            look(must, every, most // 2, None),
        )
        if len(found) >= ENOUGH:
            return Named(found, complete=True)
    telling = [single[term] for term in _telling(searcher, list(single))]
    return Named(once(look(should, telling, most, None)), complete=False)


def _telling(searcher: tantivy.Searcher, terms: Sequence[str]) -> list[str]:
    """The terms without those that stand nearly everywhere, as long as enough others are left."""
    limit = max(_FEW_HAVE, _COMMON * searcher.num_docs)
    rare = [term for term in terms if 0 < searcher.doc_freq("words", term) <= limit]
    return rare if len(rare) >= _TELLING else list(terms)


def _running(schema: tantivy.Schema, terms: Sequence[str]) -> tantivy.Query:
    import tantivy

    if len(terms) == 1:
        return tantivy.Query.term_query(schema, "words", terms[0])
    return tantivy.Query.phrase_query(schema, "words", list(terms))


def _demands(schema: tantivy.Schema, hints: Hints) -> Iterator[tuple[tantivy.Occur, tantivy.Query]]:
    """What the filters demand, as far as it is known here; the store decides in the end."""
    import tantivy

    queries = [
        tantivy.Query.term_set_query(schema, field, list(values)) for field, values in hints.terms.items()
    ]
    for field, lowest, highest in (("latest", hints.since, None), ("first", None, hints.until)):
        if lowest is not None or highest is not None:
            queries.append(
                tantivy.Query.range_query(schema, field, tantivy.FieldType.Unsigned, lowest, highest)
            )
    for query in queries:
        yield tantivy.Occur.Must, tantivy.Query.const_score_query(query, 0.0)
