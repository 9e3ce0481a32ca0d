"""Where the screens may be served, and on which conditions. Pure."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import AssistantError

LOOPBACK = "127.0.0.1"
PORT = 8000
SHORTEST = 10
"""Characters that a password has at least: who guesses may go on for weeks."""


class ServingError(AssistantError):
    """The screens cannot be served so."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to answer, and to whom."""

    address: str = LOOPBACK
    port: int = PORT
    """0 for any that is free."""
    password: str = ""
    certificate: Path | None = None
    key: Path | None = None

    @property
    def private(self) -> bool:
        """Whether only this machine reaches it."""
        return is_loopback(self.address)

    @property
    def host(self) -> str:
        """The address as a link has it."""
        return f"[{self.address}]" if ":" in self.address else self.address

    def link(self, port: int, machine: str = "") -> str:
        """What is typed into a browser; `machine` is the name of this one, for an address that means all of its own."""
        host = machine if machine and is_every(self.address) else self.host
        return f"http{'s' if self.certificate else ''}://{host}:{port}/"

    def knows(self, host: str) -> bool:
        """Whether a request that names this host means us.

        On the loopback only the names of this machine do: a page of the web that had its own name lead here would
        else be let in. With a password the cookie keeps such a page out.
        """
        name = host.rsplit(":", 1)[0] if host.rpartition(":")[2].isdecimal() else host
        return bool(self.password) or is_loopback(name.strip("[]"))


def is_loopback(name: str) -> bool:
    """Whether a name or an address is that of the machine itself."""
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def is_every(address: str) -> bool:
    """Whether an address means every one of the machine, as 0.0.0.0 and :: do: no browser goes there."""
    try:
        return ipaddress.ip_address(address).is_unspecified
    except ValueError:
        return False


def place(
    address: str,
    port: int,
    password: str,
    certificate: Path | None = None,
    key: Path | None = None,
) -> Place:
    """A place that may be served at.

    Raises:
        ServingError: another address than the loopback without a password, or with one that is too short.
    """
    address = address.strip().removeprefix("[").removesuffix("]")  # as a link has one of six groups
    found = Place(address, port, password, certificate, key)
    if not found.private and not password:
        raise ServingError(
            f"{address} is reached by others, who could read and change your drafts: set a password of at least "
            f"{SHORTEST} characters (PENHOLDER_PASSWORD, or --password-file FILE), or leave --address out and come "
            f"through a tunnel: ssh -L {port or PORT}:localhost:{port or PORT} THIS-MACHINE"
        )
    if password and len(password) < SHORTEST:
        raise ServingError(f"a password has at least {SHORTEST} characters; this one has {len(password)}")
    if (certificate is None) != (key is None):
        raise ServingError("a certificate and its key belong together: name both, --certificate and --key")
    return found
