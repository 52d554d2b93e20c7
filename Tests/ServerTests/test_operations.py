"""docs/operations.md, as printed, on a server that systemd runs. Each test goes on where the last one ended."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

from server import HOST, OPERATIONS, PROGRAMS, ROOT, TREE, printed

BOOTHS = f"https://{HOST}/park/v1/sentrybox"
SITE = TREE / "etc/gatehouse/site.yaml"
WORKERS = "systemctl show -P MainPID 'gatehouse-worker@*.service'"


def healthy(server) -> bool:
    answer = server.run(f"curl -fsS https://{HOST}/healthz", check=False)
    return answer.stdout == '{"code":0,"data":{},"message":""}'


def change_site(pattern: str, replacement: str):
    text, count = re.subn(pattern, replacement, SITE.read_text(), count=1)
    assert count == 1
    SITE.write_text(text)


def apply_site(server):
    server.run(printed("7. The park").split("gatehouse nginx")[0])


def fill_again(server):
    """What operations.md says of a change of nginx.env."""
    line = re.search(r"^\(set -a;.*/fill .*\)$", OPERATIONS, flags=re.M)[0]
    server.run(f"{line}\nsystemctl reload nginx")


def nothing_failed(server):
    for unit in server.says("systemctl list-units --failed --plain --no-legend | cut -d' ' -f1").split():
        raise AssertionError(server.says(f"journalctl --no-pager -u {unit}"))


def test_packages_and_users(server):
    # The packages were installed before the server lost its network.
    server.run(re.sub(r"^apt-get (?:.*\\\n)*.*\n", "", printed("1. Packages"), flags=re.M))
    (TREE / "etc/hosts").write_text(f"127.0.0.1 localhost {HOST}\n")


def test_programs(server):
    programs, shared = TREE / "usr/lib/gatehouse", TREE / "usr/share/gatehouse"
    for name in ("gatehouse", "gatehouse-worker", "gatehouse-relay"):
        shutil.copy(PROGRAMS / name, programs)
    for name in ("nginx", "scripts", "sql"):
        shutil.copytree(ROOT / name, shared / name)
    assert shutil.which("swift", path=str(TREE / "usr/bin")) is None
    server.run("/usr/lib/gatehouse/gatehouse --version")


def test_database(server):
    server.run(printed("3. Database"))


def test_settings(server):
    server.run(printed("4. Settings"))


def test_certificate_and_nginx(server):
    before, certbot = printed("5. Certificate").split("certbot certonly", 1)
    server.run(before)
    # What the authority asks for, and what certbot does with a certificate that it got.
    folder = re.search(r"--webroot -w (\S+)", certbot)[1] + "/.well-known/acme-challenge"
    server.run(f"install -d {folder}; printf proof >{folder}/token")
    assert server.says(f"curl -fsS http://{HOST}/.well-known/acme-challenge/token") == "proof"
    hook = re.search(r"--deploy-hook '([^']*)'", certbot)[1]
    server.run(f"""
        install -d live; cp /etc/gatehouse/tls/key.pem live/privkey.pem
        cp /etc/gatehouse/tls/certificate.pem live/fullchain.pem
        RENEWED_LINEAGE=/root/live sh -ec '{hook}'""")


def test_start(server):
    output = server.says(printed("6. Start"))
    assert output.endswith('{"code":0,"data":{},"message":""}')
    assert len(set(server.says(WORKERS).split())) == 4
    nothing_failed(server)


def test_the_first_car(server):
    SITE.write_text((ROOT / "sites/demo.yaml").read_text())
    change_site(r"hosts: \[localhost.*\]", f"hosts: [{HOST}]")
    output = server.says(printed("7. The park").replace("TOKEN", "demo-in-1-camera"))
    assert '"open":true' in output.splitlines()[-1]
    assert json.loads(server.says(f"curl -fsS {BOOTHS}/park-info-query"))["data"]["temp_car_total"] == 1
    assert "<title>" in server.says(f"curl -fsS https://{HOST}/console/")


def test_client_certificates(server):
    fingerprint = server.says(printed("Client certificates")).rsplit("=", 1)[1]
    server.run("""
        install -m 644 authority.pem /etc/gatehouse/authority.pem
        echo GATEHOUSE_CLIENT_CA=/etc/gatehouse/authority.pem >>/etc/gatehouse/nginx.env""")
    fill_again(server)
    poll = f"curl -sS --cert east.pem --key east.key {BOOTHS}/park-info-query"
    server.wait_for(lambda: json.loads(server.says(poll))["code"] == 401)
    change_site(r"(?m)^        booths:$", f"""        terminals:
          - {{id: east, token: a-terminal-of-the-east-gate, certificate: "{fingerprint}"}}
        booths:""")
    apply_site(server)
    server.wait_for(lambda: json.loads(server.says(poll))["code"] == 0)


def test_an_upgrade_at_200_requests_a_second_fails_none(server, capsys):
    # Plain HTTP and the rate of a trusted network, for the load.
    server.run("""sed -i 's|^GATEHOUSE_TRUSTED_NETWORKS=.*|GATEHOUSE_TRUSTED_NETWORKS="127.0.0.0/8"|' \
        /etc/gatehouse/nginx.env""")
    fill_again(server)
    for name in ("gatehouse", "gatehouse-worker", "gatehouse-relay"):
        shutil.copy(PROGRAMS / name, TREE / "root")
    before = set(server.says(WORKERS).split())
    load = subprocess.Popen(
        ["nsenter", f"--target={server.leader}", "--net", sys.executable,
         Path(__file__).with_name("steady.py")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    server.run(printed("Upgrades"))
    fill_again(server)
    told = load.communicate(timeout=300)[0]
    with capsys.disabled():
        print(f"\nan upgrade and a reload: {told.strip()}")
    assert load.returncode == 0, told
    after = set(server.says(WORKERS).split())
    assert len(after) == 4 and not after & before
    nothing_failed(server)


def test_a_backup(server):
    server.run("systemctl start gatehouse-backup.service")
    assert "/var/lib/gatehouse-backup/base/" in server.says(printed("Backup"))
    # PostgreSQL goes on: what ends with the unit is the unit's alone.
    server.run("runuser -u postgres -- psql -d gatehouse -c 'select count(*) from parking.stay'")


def test_a_new_host_is_in_the_map_that_the_timer_writes(server):
    change_site(re.escape(f"hosts: [{HOST}]"), f"hosts: [{HOST}, other.example]")
    apply_site(server)
    server.run("systemctl start gatehouse-hosts.service")
    assert "other.example DEMO001;" in (TREE / "etc/nginx/gatehouse/parks.map").read_text()


def test_a_request_that_failed_is_found_by_its_id(server):
    server.run("systemctl stop 'postgresql@*'")
    answer = server.says(f"curl -sS -i {BOOTHS}/park-info-query")
    assert '"code":503' in answer
    request_id = re.search(r"(?im)^x-request-id: (\w+)", answer)[1]
    command = re.search(r"`(journalctl -u 'gatehouse-worker@\*' [^`]*)`", OPERATIONS)[1]
    found = server.says(command.replace("\\|", "|").replace("…", request_id))
    assert json.loads(found)["message"] == "the database is away"
    server.run("systemctl start postgresql@15-main")
    server.wait_for(lambda: healthy(server))


def test_logs_are_turned_over(server):
    server.run("logrotate --force /etc/logrotate.d/nginx")
    request_id = re.search(
        r"(?im)^x-request-id: (\w+)", server.says(f"curl -sS -i {BOOTHS}/park-info-query"))[1]
    log = TREE / "var/log/nginx/access.log"
    server.wait_for(lambda: request_id in log.read_text())


def test_it_comes_up_again_by_itself(server):
    server.halt()
    server.boot()
    server.wait_for(lambda: healthy(server))
    nothing_failed(server)
    assert len(set(server.says(WORKERS).split())) == 4
