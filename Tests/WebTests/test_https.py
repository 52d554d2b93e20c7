"""HTTPS, what stays on plain HTTP, and whom a host name leads to."""

import socket
import ssl

import pytest
from client import BOOTHS, Client

PAGES = ("/", "/console/", "/admin/", "/api/leasePark", f"{BOOTHS}/park-info-query",
         "/device/v1/generic/demo-in-1-camera", "/park/v1/session/current")


@pytest.mark.parametrize("path", PAGES)
def test_the_world_is_sent_to_https(public, path):
    answer = Client(public, secure=False).get(path, x="苏E88888")
    assert answer.status == 308, answer
    assert answer.headers["location"] == (
        f"https://localhost:{public.https_port}{path}?x=%E8%8B%8FE88888")
    assert "strict-transport-security" not in answer.headers


def test_plain_http_stays_for_health_booths_and_devices_of_listed_networks(public):
    anybody, site = (Client(public, secure=False, address=f"127.0.0.{last}") for last in (1, 5))
    assert anybody.get("/healthz").code == 0
    assert site.get(f"{BOOTHS}/park-info-query").code == 0
    assert site.post("/device/v1/generic/demo-in-1-camera", plate="苏E10003").code == 0
    for path in ("/console/", "/api/leasePark"):
        assert site.get(path).status == 308


def test_a_certificate_authority_finds_its_proof_by_plain_http(public):
    folder = public.state / "acme" / ".well-known" / "acme-challenge"
    folder.mkdir(parents=True)
    (folder / "proof").write_text("token.thumbprint")
    answer = Client(public, secure=False).get("/.well-known/acme-challenge/proof")
    assert (answer.status, answer.body) == (200, b"token.thumbprint")


def test_browsers_are_told_to_stay_with_https(public, usual):
    name = "strict-transport-security"
    for path in ("/healthz", "/console/", f"{BOOTHS}/park-info-query", "/nothing"):
        assert Client(public).get(path).headers[name] == "max-age=63072000"
        # On localhost it would meet every other program of the machine.
        assert name not in Client(usual).get(path).headers


@pytest.mark.parametrize("version", ["TLSv1", "TLSv1_1"])
def test_old_versions_of_tls_are_refused(usual, version):
    plain = socket.create_connection(("127.0.0.1", usual.https_port), 60)
    context = ssl.create_default_context(cafile=usual.certificate)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = ssl.TLSVersion[version]
    with pytest.raises(ssl.SSLError):
        context.wrap_socket(plain, server_hostname="127.0.0.1")


@pytest.mark.parametrize("version, ciphers, chosen", [
    ("TLSv1_3", None, "TLS_"),
    ("TLSv1_2", "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-GCM-SHA256"),
    ("TLSv1_2", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-ECDSA-CHACHA20-POLY1305"),
    ("TLSv1_2", "ECDHE-ECDSA-AES128-SHA256", None),
    ("TLSv1_2", "AES128-GCM-SHA256", None),
])
def test_ciphers_are_those_of_the_intermediate_profile(usual, version, ciphers, chosen):
    context = ssl.create_default_context(cafile=usual.certificate)
    context.minimum_version = context.maximum_version = ssl.TLSVersion[version]
    if ciphers:
        context.set_ciphers(ciphers)
    context.set_alpn_protocols(["h2", "http/1.1"])
    plain = socket.create_connection(("127.0.0.1", usual.https_port), 60)
    if chosen is None:
        with pytest.raises(ssl.SSLError):
            context.wrap_socket(plain, server_hostname="127.0.0.1")
        return
    with context.wrap_socket(plain, server_hostname="127.0.0.1") as secure:
        assert secure.cipher()[0].startswith(chosen)
        assert secure.selected_alpn_protocol() == "h2"


def test_a_host_leads_to_its_park_and_an_unknown_one_to_none(usual):
    for secure in (True, False):
        names = [Client(usual, host, secure).get(f"{BOOTHS}/park-info-query").json["data"]
                 for host in ("localhost", "demo2.localhost")]
        assert [name["park_name"] for name in names] == ["示范停车场", "示范二号停车场"]
        answer = Client(usual, "elsewhere.example", secure).get(f"{BOOTHS}/park-info-query")
        assert (answer.status, answer.code) == (421, 421)


def test_a_client_sets_no_parameter_of_a_worker(usual):
    """The park, the address and the certificate are nginx's to say."""
    forged = {
        "Gatehouse-Park": "DEMO002", "Gatehouse_Park": "DEMO002", "Remote-Addr": "10.0.0.1",
        "X-Forwarded-For": "10.0.0.1", "Request-Id": "forged", "X-Request-Id": "forged",
        "Proxy": "http://127.0.0.1:1/", "Gatehouse-Client-Certificate": "forged"}
    answer = Client(usual).get(f"{BOOTHS}/park-info-query", forged)
    assert answer.json["data"]["park_name"] == "示范停车场"
    assert answer.headers["x-request-id"] != "forged"


def test_pages_that_are_protected_are_not_served_by_name(usual):
    for path in ("/pictures/", "/gatehouse-error", "/../nginx.conf", "/console/..%2f..%2fnginx.conf"):
        assert Client(usual).get(path).status in (400, 404)
