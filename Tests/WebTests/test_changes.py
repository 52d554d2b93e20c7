"""What is changed while it serves: the map of hosts, and the programs (reliability.md, 9)."""

import os
import time

import pytest
from application import Application
from client import BOOTHS, Client
from load import Load

RATE = 200


@pytest.fixture(scope="module")
def changing():
    with Application("changing") as application:
        yield application


@pytest.fixture(scope="module")
def enough(changing) -> float:
    """How many requests a second have to go on: nearly all, or half of what this machine has in it."""
    with Load(Client(changing, secure=False), RATE) as load:
        time.sleep(3)
    return min(RATE * 0.9, load.outcomes.total() / load.seconds / 2)


def add_host(application, host: str):
    application.sql(f"insert into parking.park_host values ('{host}', 'DEMO002')")


def test_a_new_host_is_served_after_a_reload_and_no_request_is_lost(changing, enough, capsys):
    with Load(Client(changing, secure=False), RATE) as load:
        for number in range(10):
            add_host(changing, f"new{number}.example")
            changing.script("application", "reload")
            deadline = time.monotonic() + 120
            client = Client(changing, f"new{number}.example", secure=False)
            while client.get(f"{BOOTHS}/park-info-query").status != 200:
                assert time.monotonic() < deadline
    with capsys.disabled():
        print(f"\n10 reloads: {load}")
    assert set(load.outcomes) == {"200 0"}
    assert load.outcomes.total() > enough * load.seconds


def test_a_map_that_nginx_refuses_is_taken_back(changing):
    path = changing.state / "nginx" / "parks.map"
    configuration = changing.state / "nginx" / "nginx.conf"
    known, good = path.read_text(), configuration.read_text()
    add_host(changing, "another.example")
    try:
        configuration.write_text(good.replace("http {", "http { nonsense;", 1))
        refused = changing.gatehouse(
            "nginx", "--output", str(path), "--reload", "--configuration", str(configuration),
            check=False)
        assert refused.returncode == 1 and "nonsense" in refused.stderr
        assert path.read_text() == known
    finally:
        configuration.write_text(good)
    changing.script("application", "reload")
    assert "another.example DEMO002" in path.read_text()


def test_an_upgrade_under_load_loses_no_request(changing, enough, capsys):
    before = set(changing.script("application", "workers").split())
    longest = 0.0
    with Load(Client(changing, secure=False), RATE) as load:
        for _ in range(3):
            time.sleep(1)
            began = time.monotonic()
            changing.script("application", "upgrade")
            longest = max(longest, time.monotonic() - began)
            after = set(changing.script("application", "workers").split())
            assert len(after) == len(before) and not after & before
            before = after
    with capsys.disabled():
        print(f"\n3 upgrades of {len(before)} workers, {longest:.1f} s at most: {load}")
    assert set(load.outcomes) == {"200 0"}
    assert load.outcomes.total() > enough * load.seconds
    # A second each, where nothing else runs.
    assert longest < 60 * len(before)


def test_an_upgrade_runs_the_new_program(changing):
    changing.script("application", "upgrade")
    for worker in changing.script("application", "workers").split():
        with open(f"/proc/{worker}/cmdline", "rb") as words:
            assert words.read().split(b"\0")[0] == f"{changing.state}/bin/gatehouse-worker".encode()
        assert not os.readlink(f"/proc/{worker}/exe").endswith(" (deleted)")
