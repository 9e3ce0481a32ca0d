"""How wide words are in Times New Roman: the font's own widths, and the pairs of letters that it sets closer."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise


class Face(StrEnum):
    """One cut of the font."""

    REGULAR = "regular"
    ITALIC = "italic"
    BOLD = "bold"


_OTHER = 500
"""Of a letter that is not in the tables: as wide as most."""
_WIDTHS = {
    Face.REGULAR: {
        180: "'", 200: "|", 219: "′", 250: " \u00a0,.·", 276: "ª", 278: "/:;\\ijltıł", 300: "²³¹", 310: "º",
        333: "!()-\u2011I[]`fr¡‘’", 350: "•", 389: "Js", 400: "°", 408: '"', 417: "″", 444: "?acez¿“”", 469: "^",
        480: "{}", 541: "~", 549: "±÷", 556: "FPSÞ", 564: "+<=>¬×−", 576: "µ", 611: "ELTZŁ", 667: "BCRæ",
        722: "ADGHKNOQUVXYwÐØĐĦœ", 760: "©®", 778: "&m", 833: "%", 889: "MÆŒ", 921: "@", 944: "W", 1000: "—…",
    },
    Face.ITALIC: {
        214: "'", 219: "′", 250: " \u00a0,.·", 275: "|", 276: "ª", 278: "/\\fijltıł", 300: "²³¹", 310: "º",
        333: "!()-\u2011:;I`‘’", 350: "•", 389: "[]rsz¡", 400: "{}°", 417: "″", 420: '"', 422: "^", 444: "Jcekvxy",
        541: "~", 549: "±÷", 556: "LTYZŁ“”", 576: "µ", 611: "ABEFPRVXÞ", 667: "CKNwæœ", 675: "+<=>¬×−",
        722: "DGHOQUmÐØĐĦ", 760: "©®", 778: "&", 833: "%MW", 889: "Æ—…", 920: "@", 944: "Œ",
    },
    Face.BOLD: {
        220: "|", 250: " \u00a0,.·", 278: "'/\\ilıł", 281: "′", 300: "ª²³¹", 330: "º", 333: "!()-\u2011:;[]`fjt¡‘’",
        350: "•", 389: "Is", 394: "{}", 400: "°", 444: "cerz", 520: "~", 549: "±÷", 552: "″", 555: '"',
        556: "Sbdhknpqußþđħ", 570: "+<=>¬×−", 576: "µ", 581: "^", 611: "FPÞ", 667: "BELTZŁ",
        722: "ACDNRUVXYwÐæĐœ", 747: "©®", 778: "GHKOQØĦ", 833: "&m", 930: "@", 944: "M", 1000: "%WÆŒ—…",
    },
}  # fmt: skip
"""Thousandths of the size, by what is so wide."""
_PAIRS = {
    Face.REGULAR: {
        -129: "AV V, V. VA Vo Y, Y.", -111: "AT A’ P, P. Va Ve Vy WA Y- YA Yq Yu", -100: "LY Ya Ye Yo Yv",
        -92: "AY Aw Ay LT LV L’ PA T- V- W, W. Y: Y; Yp", -80: "AW F, F. RV TA Wa We Wo",
        -74: "Av FA LW T, T. V: V; ‘‘ ’’", -70: "Ta Tc Te To Ts Tw Ty", -65: "v, v. w, w. y, y.",
        -60: "RT Vi Vr Vu Wy", -55: "Ly RW RY T; W- Yi r. ’s", -50: "T:", -40: "Ry Wi Wr Wu r,", -37: "11 W: W;",
        -35: "Ti Tr Tu", -20: "r-", -18: "TO ff rg ’t", 37: "r’", 55: "f’",
    },
    Face.ITALIC: {
        -129: "F, F. FA P, P. PA V, V. ’s", -111: "Va Ve Vo Yq r, r. ‘‘ ’t ’’",
        -92: "Ta Tc Te To Ts Vy W, W. Wa We Wo Wy Y, Y. Ya Ye Yo Yp Yu Yv",
        -74: "11 T, T- T. TA Tw Ty V; VA Vi Vr Vu Y- Yi v, v. w, w.", -70: "WA YA", -65: "T; V: W: W; Y: Y;",
        -55: "AY Av Aw Ay T: Ti Tr Tu V- Wi Wr Wu y, y.", -50: "AV", -37: "AT AW A’ LV LW L’ W- rc rd re rg ro rq",
        -30: "Ly VO", -20: "LT LY r-", -18: "RV RW RY Ry TO rh", 37: "r’", 92: "f’",
    },
    Face.BOLD: {
        -129: "AV V, V. VA", -111: "AW WA Ya Ye Yo Yq Yv",
        -92: "AY F, F. LT LV LW LY L’ P, P. T- Ta Tc Te To Ts Tu V: V; Va Ve Vo Vu Vy W, W. Y, Y- Y. Y: Y; YA Yp Yu "
        "r, r.",
        -74: "AT Av Aw Ay A’ FA PA T, T. T: T; TA Tr Tw Ty V- Vr ‘‘ ’’", -55: "11 Ly W: W; Wa We Wo v, v. w, w. y, y.",
        -37: "Vi W- Wy Yi r- ’s", -35: "RT RV RW RY Ry", -20: "VO", -18: "TO Ti Wi Wr Wu rc re ro rq", 18: "r’",
        55: "f’",
    },
}  # fmt: skip
"""What a pair of letters is closer, or farther apart."""
_WIDTH = {face: {one: wide for wide, all_ in by.items() for one in all_} for face, by in _WIDTHS.items()}
_CLOSER = {
    face: {pair: by for by, all_ in told.items() for pair in all_.split()} for face, told in _PAIRS.items()
}


@lru_cache(maxsize=32768)
def natural(word: str, face: Face = Face.REGULAR) -> int:
    """Thousandths of the size that a word takes, set as the font has it; an accent makes no letter wider."""
    widths, closer = _WIDTH[face], _CLOSER[face]
    plain = word if word.isascii() else _without_accents(word)
    whole = sum(widths.get(letter, _OTHER) for letter in plain)
    return whole + sum(closer.get(pair, 0) for pair in map("".join, pairwise(plain)))


def _without_accents(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
