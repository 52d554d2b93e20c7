"""Requests to nginx: each by a connection of its own, and HTTPS with the demo's certificate."""

import http.client
import json
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import urlencode

from application import Application

BOOTHS = "/park/v1/sentrybox"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict:
        return json.loads(self.body)

    @property
    def code(self) -> int:
        return self.json["code"]

    def __str__(self):
        return f"{self.status} {self.body[:300].decode('utf-8', 'replace')}"


class Client:
    """A client of an application. `address` is the loopback address that it comes from."""

    def __init__(self, application: Application, host: str = "localhost", secure: bool = True,
                 address: str = "127.0.0.1", certificate: tuple[str, str] | None = None):
        self.application, self.host, self.secure = application, host, secure
        self.address, self.certificate = address, certificate

    def get(self, path: str, headers: dict[str, str] | None = None, **parameters) -> Answer:
        query = f"?{urlencode(parameters)}" if parameters else ""
        return self.send("GET", path + query, headers)

    def post(self, path: str, headers: dict[str, str] | None = None, **fields) -> Answer:
        body = json.dumps(fields, ensure_ascii=False).encode()
        return self.send("POST", path, {"Content-Type": "application/json", **(headers or {})}, body)

    def send(self, method: str, path: str, headers: dict[str, str] | None = None,
             body: bytes | None = None) -> Answer:
        connection = self.connection()
        try:
            connection.request(method, path, body, {"Host": self.host, **(headers or {})})
            response = connection.getresponse()
            return Answer(
                response.status, {name.lower(): value for name, value in response.getheaders()},
                response.read())
        finally:
            connection.close()

    def connection(self) -> http.client.HTTPConnection:
        port = self.application.https_port if self.secure else self.application.http_port
        source = (self.address, 0)
        if not self.secure:
            return http.client.HTTPConnection("127.0.0.1", port, 60, source_address=source)
        context = ssl.create_default_context(cafile=self.application.certificate)
        if self.certificate:
            context.load_cert_chain(*self.certificate)
        return http.client.HTTPSConnection(
            "127.0.0.1", port, timeout=60, source_address=source, context=context)

    def tls(self, **settings) -> ssl.SSLSocket:
        """A TLS connection without HTTP, for what is said before the first request."""
        context = ssl.create_default_context(cafile=self.application.certificate)
        for name, value in settings.items():
            setattr(context, name, value)
        context.set_alpn_protocols(["h2", "http/1.1"])
        plain = socket.create_connection(("127.0.0.1", self.application.https_port), 60)
        return context.wrap_socket(plain, server_hostname="127.0.0.1")


class LastingClient(Client):
    """The same client with one connection for all its requests, opened anew when nginx closes it."""

    def __init__(self, client: Client):
        super().__init__(
            client.application, client.host, client.secure, client.address, client.certificate)
        self.open = None

    def send(self, method: str, path: str, headers: dict[str, str] | None = None,
             body: bytes | None = None) -> Answer:
        was_open = self.open is not None
        self.open = self.open or self.connection()
        try:
            self.open.request(method, path, body, {"Host": self.host, **(headers or {})})
            response = self.open.getresponse()
            return Answer(
                response.status, {name.lower(): value for name, value in response.getheaders()},
                response.read())
        except (http.client.RemoteDisconnected, ConnectionError, ssl.SSLEOFError):
            self.close()
            if not was_open:
                raise
            return self.send(method, path, headers, body)

    def close(self):
        if self.open:
            self.open.close()
        self.open = None
