"""The same screens in a browser of this machine; on another address only with a password.

Nothing is fetched: the page and all that it needs come with the program. What answers on a port is this package alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.serving.address import Place


def serve(place: Place, words: Sequence[str], told: Callable[[str, int], None]) -> None:
    """Serve the screens until the process is told to end.

    Args:
        place: where, and to whom.
        words: of the command line that opens the screens: `--home DIR DRAFT`.
        told: is given the link and the port as soon as they lead somewhere.

    Raises:
        ServingError: the port is taken, or the certificate cannot be used.
    """
    from assistant.serving.server import serving

    serving(place, words, told)
