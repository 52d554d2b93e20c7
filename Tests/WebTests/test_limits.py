"""Limits by class of URL, by whom they count, and the bounds of what is sent."""

import socket
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from client import BOOTHS, Client, LastingClient

POLL = f"{BOOTHS}/park-info-query"
PRESS = f"{BOOTHS}/fee/coupon"
SIGN_IN = "/park/v1/session/sign-in"
DEVICE = "/device/v1/generic/{}-camera/poll"


def flood(client: Client, count: int, path: str, headers=None) -> Counter:
    """How often each status came, from `count` requests at once."""
    own = threading.local()

    def ask(_):
        # A thread keeps its connection: requests have to come faster than a slow machine opens those.
        if not hasattr(own, "client"):
            own.client = LastingClient(client)
        answer = own.client.get(path, headers)
        assert answer.code == (answer.status if answer.status != 200 else answer.code), answer
        if answer.status == 429:
            assert answer.json == {
                "code": 429, "data": {}, "message": "请求过于频繁，请稍后再试"}
        return answer.status
    with ThreadPoolExecutor(16) as pool:
        return Counter(pool.map(ask, range(count)))


def session(application, login="demo-operator") -> dict[str, str]:
    answer = Client(application, address="127.0.0.5").post(
        SIGN_IN, login=login, password="demo-gatehouse")
    return {"Cookie": answer.headers["set-cookie"].split(";")[0]}


@pytest.mark.parametrize("address, path, within", [
    ("127.0.0.11", POLL, 200), ("127.0.0.12", PRESS, 40), ("127.0.0.13", "/api/leasePark", 100),
    ("127.0.0.14", SIGN_IN, 20), ("127.0.0.15", DEVICE.format("demo-in-2"), 50),
])
def test_each_class_has_its_limit_and_answers_in_the_envelope(public, address, path, within):
    began = time.monotonic()
    counts = flood(Client(public, address=address), 2 * within + 150, path)
    rate = {POLL: 50, "/api/leasePark": 20, PRESS: 10}.get(path, 10)
    most = within + 1 + rate * (time.monotonic() - began) + 5
    assert within <= counts.total() - counts[429] <= most, counts
    assert counts[429] > 0


def test_a_device_is_counted_by_its_token_and_not_by_the_address_of_its_site(public):
    client = Client(public, address="127.0.0.21")
    assert flood(client, 200, DEVICE.format("demo-in-1"))[429] > 0
    assert flood(client, 20, DEVICE.format("demo-out-1")) == {200: 20}


def test_a_session_and_a_terminal_are_counted_by_themselves(public):
    client = Client(public, address="127.0.0.22")
    assert flood(client, 200, PRESS)[429] > 0
    assert flood(client, 20, PRESS, session(public)) == {200: 20}
    assert flood(client, 20, PRESS, {"Authorization": "Bearer one-terminal-token"}) == {401: 20}
    assert flood(client, 200, PRESS, session(public))[429] > 0
    assert flood(client, 20, PRESS, {"Authorization": "Bearer other-terminal-token"}) == {401: 20}


def test_a_network_that_is_trusted_is_not_met_by_the_low_limits(public):
    assert flood(Client(public, address="127.0.0.5"), 400, POLL) == {200: 400}


def test_the_figures_of_monitoring_are_for_listed_networks(public):
    assert Client(public, address="127.0.0.1").get("/metrics").code == 403
    assert Client(public, address="127.0.0.6").get("/metrics").status != 403


@pytest.mark.parametrize("path, size, status", [
    (f"{BOOTHS}/unfee", 65_536, 200), (f"{BOOTHS}/unfee", 65_537, 413),
    ("/api/leasePark", 4 * 1024 * 1024 + 1, 413),
])
def test_bodies_are_bounded(usual, path, size, status):
    answer = Client(usual).send(
        "POST", path, {"Content-Type": "application/x-www-form-urlencoded"}, b"a" * size)
    assert answer.status == status, answer
    assert answer.code == (413 if status == 413 else answer.code)


def test_a_large_body_that_no_worker_takes_is_refused_in_the_envelope(usual):
    """A camera that hears 413 would not send its picture again."""
    socket_path = usual.state / "run" / "worker.sock"
    hidden = socket_path.rename(socket_path.with_suffix(".hidden"))
    try:
        answer = Client(usual).send(
            "POST", "/device/v1/generic/demo-in-1-camera", {"Content-Type": "application/json"},
            b'{"plate":"' + b" " * 200_000 + b'"}')
        assert (answer.status, answer.code) == (503, 503), answer
    finally:
        hidden.rename(socket_path)


@pytest.mark.parametrize("request_line, headers, status", [
    ("GET /healthz?" + "a" * 9000, "", 414), ("GET /healthz", "X: " + "a" * 9000, 431),
    ("GET /healthz", "".join(f"X{n}: {'a' * 2000}\r\n" for n in range(20)).rstrip(), 431),
    ("GET /he\0althz", "", 400), ("GET", "", 400),
])
def test_requests_lines_and_headers_are_bounded(usual, request_line, headers, status):
    head = f"{request_line} HTTP/1.1\r\nHost: localhost\r\n" + (f"{headers}\r\n" if headers else "")
    with socket.create_connection(("127.0.0.1", usual.http_port), 60) as connection:
        connection.sendall(f"{head}Connection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.startswith(f"HTTP/1.1 {status} ".encode()), answer[:200]
    assert f'{{"code":{status},"data":{{}},"message":"'.encode() in answer


@pytest.mark.parametrize("begin", [
    b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n",
    b"POST /park/v1/sentrybox/unfee HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\na=",
])
def test_who_does_not_end_a_request_is_let_go_in_ten_seconds(usual, begin):
    with socket.create_connection(("127.0.0.1", usual.http_port), 120) as connection:
        connection.sendall(begin)
        began = time.monotonic()
        try:
            while connection.recv(65536):
                pass
        except ConnectionResetError:
            pass
        assert 8 < time.monotonic() - began < 60
