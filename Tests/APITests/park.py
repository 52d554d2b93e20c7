"""The demo's park as the tests find it, and vehicles that they drive through it."""

import itertools
import time
from datetime import UTC, datetime, timedelta

from client import Client
from forms import json, query

BOOTHS = "/park/v1/sentrybox"
plates = (f"苏E{number:05}" for number in itertools.count(20000))


def plate() -> str:
    """A valid plate that no other test has used."""
    return next(plates)


def event(client: Client, token: str, **fields) -> dict:
    """A generic device's event; the answer's data."""
    answer = client.send(json(f"/device/v1/generic/{token}", fields.items()))
    assert answer.code == 0, answer
    return answer.json["data"]


def session(client: Client) -> str:
    """The cookie of the attendant `demo`."""
    answer = client.send(json("/park/v1/session/sign-in", [
        ("login", "demo"), ("password", "demo-gatehouse")]))
    assert answer.code == 0, answer
    return answer.headers["set-cookie"].split(";")[0]


def duty(client: Client, booth: str) -> str:
    """The shift that `demo` begins at a booth, or has there."""
    answer = client.send(query(f"{BOOTHS}/duty/begin", [("_id", booth)], Cookie=session(client)))
    assert answer.code == 0, answer
    return answer.json["data"]["shift_id"]


def waiting(client: Client, booth: str = "demo-in-1") -> str:
    """A vehicle without a plate that waits at the entry: its `capture_id`."""
    event(client, f"{booth}-camera", plate="", event_id=f"wait {plate()} {time.time()}")
    newest = client.send(query(f"{BOOTHS}/records/enter", [("_id", booth), ("count", 1)]))
    return newest.json["data"]["enter_records"][0]["capture_id"]


def settled(client: Client, booth: str = "demo-out-1", entry: str = "demo-in-1") -> dict:
    """A temporary vehicle that entered 67 minutes ago and waits at the exit: `unfee`'s data."""
    license = plate()
    entered = datetime.now(UTC) - timedelta(minutes=67)
    event(client, f"{entry}-camera", plate=license, replay=True, event_id=f"enter {license}",
          captured_at=entered.isoformat(timespec="seconds"))
    event(client, f"{booth}-camera", plate=license, event_id=f"leave {license} {time.time()}")
    due = client.send(query(f"{BOOTHS}/unfee", [("_id", booth)])).json["data"]
    assert due["license"] == license and due["total_amount"] == 700, due
    return due
