"""Requests as bytes, so that nothing between a test and nginx repairs them."""

import http.client
import json
import os
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None

    def __str__(self):
        body = "" if self.body is None else f" {self.body[:200]!r}"
        return f"{self.method} {self.path[:200]} {dict(self.headers)}{body}"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self) -> int:
        return self.json["code"]

    def __str__(self):
        return f"{self.status} {self.body[:300].decode('utf-8', 'replace')}"


class Client:
    """One connection to nginx, opened again when nginx closes it."""

    def __init__(self, base: str, host: str | None = None):
        parts = urlsplit(base)
        self.context = None
        if parts.scheme == "https":
            self.context = ssl.create_default_context(
                cafile=f"{os.environ['GATEHOUSE_STATE']}/tls/certificate.pem")
        self.address = (parts.hostname, parts.port)
        self.host = f"{host or parts.hostname}:{parts.port}"
        self.connection = None

    def send(self, request: Request) -> Answer:
        if self.connection is not None:
            try:
                return self._send(request)
            except (http.client.HTTPException, OSError):
                self.connection.close()
        if self.context is None:
            self.connection = http.client.HTTPConnection(*self.address, timeout=120)
        else:
            self.connection = http.client.HTTPSConnection(
                *self.address, timeout=120, context=self.context)
        return self._send(request)

    def _send(self, request: Request) -> Answer:
        connection = self.connection
        connection.putrequest(
            request.method, request.path, skip_host=True, skip_accept_encoding=True
        )
        headers = dict(request.headers)
        headers.setdefault("Host", self.host)
        if request.body is not None:
            headers.setdefault("Content-Length", str(len(request.body)))
        for name, value in headers.items():
            connection.putheader(name, value)
        try:
            connection.endheaders(request.body)
        except (BrokenPipeError, ConnectionResetError, ssl.SSLEOFError):
            pass  # Refused before it was read; the answer says why.
        response = connection.getresponse()
        answer = Answer(
            response.status,
            {name.lower(): value for name, value in response.getheaders()},
            response.read(),
        )
        if response.will_close:
            connection.close()
            self.connection = None
        return answer
