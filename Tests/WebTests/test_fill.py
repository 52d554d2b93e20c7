"""nginx/fill for a server of its own, where everything lies somewhere else than in the demo."""

import os
import re
import subprocess

import pytest
from application import ROOT


@pytest.fixture
def filled(tmp_path, usual):
    """The configuration of a server with two certificates, and what it was told."""
    settings = {
        "GATEHOUSE_HTTP_PORT": "5080", "GATEHOUSE_HTTPS_PORT": "443", "GATEHOUSE_LISTEN": "127.0.0.1",
        "GATEHOUSE_SITES": "\n".join(
            f"{usual.certificate} {usual.state}/tls/key.pem {names}"
            for names in ("one.example www.one.example", "two.example")),
        "GATEHOUSE_TRUSTED_NETWORKS": "10.1.0.0/16 10.2.0.0/16", "GATEHOUSE_TRUSTED_RATE": "77",
        "GATEHOUSE_METRICS_NETWORKS": "10.9.0.0/16", "GATEHOUSE_CLIENT_CA": usual.certificate,
        "GATEHOUSE_HSTS": "max-age=1", "GATEHOUSE_WORKER_ADDRESS": "127.0.0.1:5900",
        "GATEHOUSE_PICTURES": f"{tmp_path}/some/pictures", "GATEHOUSE_HTML": f"{tmp_path}/pages",
        "GATEHOUSE_PID": f"{tmp_path}/nginx.pid", "GATEHOUSE_LOGS": str(tmp_path),
        "GATEHOUSE_TEMPORARY": str(tmp_path), "GATEHOUSE_ACME": f"{tmp_path}/proofs"}
    subprocess.run([ROOT / "nginx" / "fill", tmp_path], check=True, env={**os.environ, **settings})
    return tmp_path, settings


def whole(folder) -> str:
    """All of the configuration, as nginx reads it."""
    words = ["nginx", "-T", "-q", "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"]
    result = subprocess.run(
        words, capture_output=True, text=True,
        env={**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin"})
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_nginx_takes_it(filled):
    folder, settings = filled
    text = whole(folder)
    for words in (
            f"root {settings['GATEHOUSE_HTML']};", f"alias {settings['GATEHOUSE_PICTURES']}/;",
            f"root {settings['GATEHOUSE_ACME']};", "server 127.0.0.1:5900 max_fails=0;",
            "server_name one.example www.one.example;", "server_name two.example;", "10.1.0.0/16 1;",
            "10.9.0.0/16 1;", "rate=77r/s", 'https "max-age=1";', "listen 127.0.0.1:443 ssl http2;",
            "ssl_verify_client optional;", "return 308 https://$host$request_uri;"):
        assert words in text, words
    assert re.findall("^[^#\n]*@[A-Z_]+@", text, re.M) == []


def test_there_is_no_leasing_app_unless_there_is_one(filled):
    folder, _ = filled
    assert sorted(path.name for path in (folder / "sites").iterdir()) == ["001.conf", "002.conf"]
    assert "upstream leasing_app_workers" not in whole(folder)


def test_filling_again_takes_away_what_is_no_more(filled):
    folder, settings = filled
    settings["GATEHOUSE_SITES"] = settings["GATEHOUSE_SITES"].split("\n")[0]
    subprocess.run([ROOT / "nginx" / "fill", folder], check=True, env={**os.environ, **settings})
    assert [path.name for path in (folder / "sites").iterdir()] == ["001.conf"]
    whole(folder)
