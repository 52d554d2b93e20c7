"""The same application behind Apache, lighttpd and Caddy: a car in, polls, and the car out."""

import base64
import hashlib
import http.client
import itertools
import json
import os
import random
import secrets
import socket
import subprocess
import time
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from application import ROOT
from client import BOOTHS

#: Of plates that no other test uses.
numbers = itertools.count(30000)
CONFIGURATIONS = ROOT / "nginx" / "other-servers"
MODULES = ("mpm_event", "authz_core", "unixd", "proxy", "proxy_fcgi", "env", "setenvif", "unique_id",
           "alias", "dir", "mime")


def free_port() -> int:
    """Below the ports that outgoing connections take: none of them can take it before the server does."""
    while True:
        port = random.randrange(20000, 32000)
        try:
            socket.create_server(("", port)).close()
            return port
        except OSError:
            continue


def apache(folder, port: int) -> list[str]:
    """A server with the virtual host and no more."""
    built_in = subprocess.run(["apache2", "-l"], capture_output=True, text=True).stdout
    modules = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
        for name in MODULES if f"mod_{name}.c" not in built_in)
    user = "User www-data\nGroup www-data\n" if os.getuid() == 0 else ""
    path = folder / "apache2.conf"
    path.write_text(
        f"ServerRoot {folder}\nServerName localhost\nPidFile {folder}/pid\nListen 127.0.0.1:{port}\n"
        f"ErrorLog {folder}/error.log\nDefaultRuntimeDir {folder}\n"
        f"{modules}TypesConfig /etc/mime.types\n{user}Include {CONFIGURATIONS}/apache.conf\n")
    return ["apache2", "-f", str(path), "-DFOREGROUND"]


COMMANDS = {
    "apache": apache,
    "lighttpd": lambda folder, port: ["lighttpd", "-D", "-f", str(CONFIGURATIONS / "lighttpd.conf")],
    "caddy": lambda folder, port: [
        "caddy", "run", "--adapter", "caddyfile", "--config", str(CONFIGURATIONS / "Caddyfile")],
}


class Server:
    def __init__(self, port: int):
        self.port = port

    def send(self, method: str, path: str, body: bytes | None = None, host: str = "localhost",
             **headers: str):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(
                method, path, body, {"Host": f"{host}:{self.port}", **{
                    name.replace("_", "-"): value for name, value in headers.items()}})
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def ask(self, path: str, host: str = "localhost", **parameters) -> dict:
        status, body = self.send("GET", f"{path}?{urlencode(parameters)}", host=host)
        assert status == 200, (status, body)
        return json.loads(body)

    def camera(self, name: str, **event) -> dict:
        status, body = self.send(
            "POST", f"/device/v1/generic/{name}-camera",
            json.dumps(event, ensure_ascii=False).encode(), Content_Type="application/json")
        assert status == 200, (status, body)
        return json.loads(body)["data"]


def healthy(port: int) -> bool:
    try:
        return Server(port).send("GET", "/healthz")[0] == 200
    except OSError:
        return False


def started(name, folder, environment) -> tuple[subprocess.Popen, int] | None:
    """A server that answers, and its port; none if it ended, as when another program took the port."""
    port = free_port()
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            COMMANDS[name](folder, port), env={**environment, "GATEHOUSE_LISTEN": str(port)},
            stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    deadline = time.monotonic() + 120
    while not healthy(port):
        if process.poll() is not None:
            return None
        if time.monotonic() > deadline:
            process.kill()
            raise AssertionError((folder / "log").read_text())
        time.sleep(0.1)
    return process, port


@pytest.fixture(params=COMMANDS)
def server(request, usual, tmp_path):
    tmp_path.chmod(0o755)
    environment = {
        **os.environ, "GATEHOUSE_SOCKET": str(usual.state / "run" / "worker.sock"),
        "GATEHOUSE_HTML": str(usual.state / "nginx" / "html"),
        "GATEHOUSE_PICTURES": str(usual.state / "pictures"),
        "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    attempts = (started(request.param, tmp_path, environment) for _ in range(5))
    found = next((attempt for attempt in attempts if attempt), None)
    assert found, (tmp_path / "log").read_text()
    process, port = found
    try:
        yield Server(port)
    finally:
        process.terminate()
        process.wait(60)


def test_a_car_comes_pays_and_leaves(server):
    plate = f"苏E{next(numbers)}"
    entered = (datetime.now(UTC) - timedelta(minutes=67)).isoformat(timespec="seconds")
    stay = server.camera("demo-in-1", plate=plate, replay=True, captured_at=entered)["stay_id"]
    assert not server.camera("demo-out-1", plate=plate)["open"]
    due = server.ask(f"{BOOTHS}/unfee", _id="demo-out-1")["data"]
    assert (due["license"], due["_id"], due["total_amount"]) == (plate, stay, 700)
    press = {"_id": "demo-out-1", "manual": 0, "car_park_records_id": stay, "coupon_amount": 0}
    assert server.ask(f"{BOOTHS}/leave/permit-through", **press, total_amount=600)["code"] == 2103
    assert server.ask(f"{BOOTHS}/leave/permit-through", **press, total_amount=700)["code"] == 0
    status, body = server.send("POST", "/device/v1/generic/demo-out-1-camera/poll", b"")
    assert status == 200 and json.loads(body)["data"]["open"] is True
    listed = server.ask(f"{BOOTHS}/records/exit", _id="demo-out-1", count=1)["data"]["exit_records"]
    assert [record["license"] for record in listed] == [plate]


def test_hosts_lead_to_parks_and_nobody_forges_one(server):
    path = f"{BOOTHS}/park-info-query"
    assert server.ask(path)["data"]["park_name"] == "示范停车场"
    assert server.ask(path, "demo2.localhost")["data"]["park_name"] == "示范二号停车场"
    status, body = server.send("GET", path, Gatehouse_Park="DEMO002", HTTP_GATEHOUSE_PARK="DEMO002")
    assert json.loads(body)["data"]["park_name"] == "示范停车场"


def test_an_unknown_host_reaches_no_park(server):
    status, body = server.send("GET", f"{BOOTHS}/park-info-query", host="elsewhere.example")
    assert status == 421 or b"park_name" not in body


def test_the_pages_are_served(server):
    status, body = server.send("GET", "/console/")
    assert status == 200 and b"<!doctype html>" in body.lower()


def test_a_picture_is_sent_by_the_server_that_can(server, request):
    picture = b"\xff\xd8\xff\xe0" + secrets.token_bytes(20_000) + b"\xff\xd9"
    server.camera("demo-in-2", plate="苏E10002", picture=base64.b64encode(picture).decode())
    digest = hashlib.sha256(picture).hexdigest()
    status, body = server.send("GET", f"{BOOTHS}/picture/{digest}")
    # The others have no way to be named a file by its address alone.
    is_able = "caddy" in request.node.name
    assert (status, body) == (200, picture if is_able else b"")
