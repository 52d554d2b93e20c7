"""Client certificates: of terminals, which they let in, and of partners, who need them besides."""

import pytest
from application import ROOT, Application
from certificates import Authority
from client import BOOTHS, Client

POLL = f"{BOOTHS}/park-info-query"
TOKEN = "a-terminal-of-the-demo"


@pytest.fixture(scope="module")
def issued(tmp_path_factory):
    """An application with an authority, and certificates by name."""
    folder = tmp_path_factory.mktemp("certificates")
    operator, stranger = Authority(folder, "operator"), Authority(folder, "stranger")
    files, fingerprints = {}, {}
    for name in ("terminal", "partner", "nobody"):
        files[name], fingerprints[name] = operator.issue(name)
    files["stranger"], _ = stranger.issue("of-a-stranger")
    site = (ROOT / "sites" / "demo.yaml").read_text()
    # 127.0.0.1 is trusted by nginx and by no park, so that a credential decides.
    site = site.replace('trusted_networks: [127.0.0.0/8, "::1/128"]', f"""trusted_networks: []
        terminals:
          - {{id: kiosk, token: {TOKEN}, certificate: "{fingerprints['terminal']}"}}""", 1)
    site = site.replace("      - id: cjj-test\n", f"""      - id: cjj-test
        certificate: "{fingerprints['partner']}"
""", 1)
    assert site.count("certificate:") == 2
    path = folder / "site.yaml"
    path.write_text(site)
    with Application("certificates", GATEHOUSE_SITE=str(path),
                     GATEHOUSE_CLIENT_CA=str(operator.path)) as application:
        yield application, files


@pytest.mark.parametrize("name, status", [
    (None, 401), ("terminal", 200), ("partner", 401), ("nobody", 401), ("stranger", 400)])
def test_a_terminal_is_let_in_by_its_certificate(issued, name, status):
    application, files = issued
    answer = Client(application, certificate=files.get(name)).get(POLL)
    assert (answer.status, answer.code) == (status, 0 if status == 200 else status), answer


def test_the_token_of_a_terminal_with_a_certificate_opens_nothing_without_it(issued):
    application, files = issued
    token = {"Authorization": f"Bearer {TOKEN}"}
    assert Client(application).get(POLL, token).code == 401
    assert Client(application, certificate=files["nobody"]).get(POLL, token).code == 401
    assert Client(application, certificate=files["terminal"]).get(POLL, token).code == 0


def test_a_certificate_is_good_at_its_own_park_alone(issued):
    application, files = issued
    answer = Client(application, "demo2.localhost", certificate=files["terminal"]).get(POLL)
    assert answer.code == 401


def test_a_terminal_that_is_retired_is_let_in_no_more(issued):
    application, files = issued
    client = Client(application, certificate=files["terminal"])
    for state, code in (("now()", 401), ("null", 0)):
        application.sql(f"update parking.terminal set retired_at = {state}")
        assert client.get(POLL).code == code


def signed(application) -> dict[str, str]:
    """The parameters of a request that the demo's partner signs."""
    words = application.gatehouse("partner", "sign", "cjj-test", "page=1").stdout
    lines = words.split("parameters to send:\n")[1].splitlines()
    return dict(line.split("=", 1) for line in lines)


@pytest.mark.parametrize("name, reason", [
    (None, "certificate"), ("terminal", "certificate"), ("partner", None)])
def test_a_partner_with_a_certificate_needs_it_besides_its_signature(issued, name, reason):
    application, files = issued
    client = Client(application, certificate=files.get(name))
    answer = client.get("/api/leasePark", **signed(application))
    if reason is None:
        assert answer.code == 0, answer
    else:
        assert (answer.code, answer.json["data"]["reason"]) == (403, reason), answer
    wrong = {**signed(application), "sign": "0" * 64}
    assert client.get("/api/leasePark", **wrong).json["data"]["reason"] == "signature"
