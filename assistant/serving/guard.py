"""Who is let in: the host that a request names, the page that it comes from, the password."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from assistant.serving.address import Place

_COOKIE = "penholder"
_OPEN = ("/login", "/page/page.css", "/static/fonts/")
"""What is shown to those who have not said the password yet."""
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
"""Nothing is taken from elsewhere, and no other page can put this one into a frame."""
PAUSE = 1.0
"""Seconds that a wrong password costs, whoever sends it; one after the other."""


class Guard:
    """Lets requests in or not."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._token = secrets.token_urlsafe(32)
        self._waiting = asyncio.Lock()

    def middleware(self) -> Middleware:
        """What every request passes."""

        @web.middleware
        async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not self._place.knows(request.host):
                raise web.HTTPForbidden(text=f"Penholder is not at {request.host}.\n")
            if not self._from_here(request):
                raise web.HTTPForbidden(
                    text="Another page asked for this; only Penholder's own is answered.\n"
                )
            if self._place.password and not self._admitted(request):
                if request.path == "/":
                    raise web.HTTPSeeOther("/login")
                raise web.HTTPUnauthorized(text="The password has to be given first.\n")
            response = await handler(request)
            if not response.prepared:
                response.headers.update(_HEADERS)
            return response

        return guarded

    def _from_here(self, request: web.Request) -> bool:
        """Whether the page that asks is our own: a browser says so wherever it matters, sockets and forms."""
        origin = request.headers.get("Origin")
        if origin is None:
            return True
        return urlsplit(origin).netloc == request.host

    def _admitted(self, request: web.Request) -> bool:
        if request.path.startswith(_OPEN):
            return True
        return hmac.compare_digest(request.cookies.get(_COOKIE, "").encode(), self._token.encode())

    async def admit(self, request: web.Request) -> web.StreamResponse | None:
        """The way in, where the password that was sent is right; else None, after a while."""
        said = str((await request.post()).get("password", ""))
        if not hmac.compare_digest(said.encode(), self._place.password.encode()):
            async with self._waiting:
                await asyncio.sleep(PAUSE)
            return None
        response = web.Response(status=303, headers={"Location": "/"})
        response.set_cookie(
            _COOKIE, self._token, httponly=True, samesite="Strict", secure=self._place.certificate is not None
        )
        return response
