"""/metrics: right across several workers and their restarts, and rules that promtool finds good."""

import os
import re
import signal
import subprocess
import time

import pytest
from application import ROOT, Application
from client import BOOTHS, Client

POLL = f"{BOOTHS}/park-info-query"
RULES = ROOT / "docs" / "monitoring"


@pytest.fixture(scope="module")
def watched():
    with Application("watched") as application:
        yield application


def figures(application) -> dict[str, float]:
    answer = Client(application).get("/metrics")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = answer.body.decode().splitlines()
    return {name: float(value) for name, value in (
        line.rsplit(" ", 1) for line in lines if not line.startswith("#"))}


def count(application, route: str, code: int) -> float:
    return figures(application).get(f'gatehouse_requests_total{{route="{route}",code="{code}"}}', 0)


def test_counts_are_those_of_all_workers_together(watched):
    before = count(watched, POLL, 0), count(watched, "other", 404)
    client = Client(watched, secure=False)
    for _ in range(200):
        assert client.get(POLL).code == 0
    assert client.get("/park/v1/nothing").code == 404
    assert count(watched, POLL, 0) == before[0] + 200
    assert count(watched, "other", 404) == before[1] + 1
    told = figures(watched)
    assert told[f'gatehouse_request_seconds_count{{route="{POLL}"}}'] >= 200
    assert told[f'gatehouse_request_seconds_bucket{{route="{POLL}",le="+Inf"}}'] == (
        told[f'gatehouse_request_seconds_count{{route="{POLL}"}}'])
    assert 0 < told[f'gatehouse_request_seconds_sum{{route="{POLL}"}}'] < 200


def test_no_counter_goes_down_when_workers_die(watched):
    client = Client(watched, secure=False)
    for _ in range(5):
        before = figures(watched)
        for worker in watched.script("application", "workers").split():
            os.kill(int(worker), signal.SIGKILL)
        deadline = time.monotonic() + 120
        while len(watched.script("application", "workers").split()) < 4:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        for _ in range(20):
            client.get(POLL)
        after = figures(watched)
        fallen = [name for name, value in before.items()
                  if re.match(r"\w+_(total|bucket|count|sum)\b", name) and after.get(name, 0) < value]
        assert fallen == []
        assert count(watched, POLL, 0) >= before[
            f'gatehouse_requests_total{{route="{POLL}",code="0"}}'] + 20
    assert len(list((watched.state / "metrics").glob("*.counters"))) <= 8


def test_quotes_openings_and_devices_are_told(watched):
    client = Client(watched, secure=False)
    before = figures(watched)
    device = "/device/v1/generic/demo-{}-camera"
    client.post(device.format("in-1"), plate="苏E45678")
    entered = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 67 * 60))
    client.post(device.format("in-1"), plate="苏E45679", replay=True, captured_at=entered)
    assert client.post(device.format("out-1"), plate="苏E45679").json["data"]["open"] is False
    after = figures(watched)

    def more(name: str) -> float:
        return after.get(name, 0) - before.get(name, 0)
    assert more('gatehouse_openings_total{kind="read"}') == 1
    assert more('gatehouse_quotes_total{kind="fixed"}') == 1
    assert more('gatehouse_vehicles_inside{park="DEMO001"}') == 2
    assert after["gatehouse_database_up"] == 1
    seen = after['gatehouse_device_last_seen_timestamp_seconds{park="DEMO001",device="demo-out-1"}']
    assert abs(seen - time.time()) < 60
    assert after['gatehouse_outbox_given_up{partner="cjj-test"}'] == 0


def test_what_waits_for_a_partner_grows_old(watched):
    watched.sql("update parking.outbox set created_at = now() - interval '1 hour',"
                " delivered_at = null, superseded_at = null")
    assert figures(watched)['gatehouse_outbox_oldest_seconds{partner="cjj-test"}'] > 3500


def test_counters_are_told_while_the_database_is_away(watched):
    before = count(watched, POLL, 0)
    watched.script("database", "stop")
    try:
        assert Client(watched).get(POLL).code == 503
        told = figures(watched)
        assert told["gatehouse_database_up"] == 0
        assert told[f'gatehouse_requests_total{{route="{POLL}",code="0"}}'] == before
    finally:
        watched.script("database", "start")


def test_promtool_reads_the_figures(watched):
    text = Client(watched).get("/metrics").body
    result = subprocess.run(["promtool", "check", "metrics"], input=text, capture_output=True)
    complaints = [line for line in result.stderr.decode().splitlines() if "error" in line.lower()]
    assert result.returncode in (0, 3) and complaints == [], result.stderr.decode()


@pytest.mark.parametrize("words", [
    ["check", "rules", "alerts.yaml"], ["test", "rules", "alerts-test.yaml"],
    ["check", "config", "--syntax-only", "prometheus.yaml"]], ids=["rules", "alerts", "config"])
def test_the_alerts_are_what_they_should_be(words):
    result = subprocess.run(["promtool", *words], cwd=RULES, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_metric_of_a_rule_is_told(watched):
    names = set(re.findall(r"\bgatehouse_\w+", (RULES / "alerts.yaml").read_text()))
    told = {re.split(r"[{ ]", name)[0] for name in figures(watched)}
    # Nothing failed here, and no clock is told of.
    assert names - told <= {"gatehouse_device_skew_seconds"}
