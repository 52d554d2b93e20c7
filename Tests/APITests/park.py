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
