"""The units of systemd: nothing to complain of, and little left to attack."""

import re
import shutil
import subprocess

import pytest
from application import ROOT

UNITS = sorted(path.name for path in (ROOT / "nginx" / "systemd").iterdir()
               if path.suffix in (".service", ".socket", ".target", ".timer"))
INSTANCES = [name.replace("@.", "@1.") for name in UNITS]


@pytest.fixture(scope="module")
def system(tmp_path_factory):
    """A system of its own with our units, Debian's, and something in the place of our programs."""
    root = tmp_path_factory.mktemp("system")
    shutil.copytree("/lib/systemd/system", root / "usr/lib/systemd/system", symlinks=True)
    units, programs = root / "etc/systemd/system", root / "usr/lib/gatehouse"
    units.mkdir(parents=True)
    programs.mkdir(parents=True)
    for name in UNITS:
        shutil.copy(ROOT / "nginx" / "systemd" / name, units)
    shutil.copytree(ROOT / "nginx" / "systemd" / "nginx.conf.d", units / "nginx.service.d")
    for program in ("usr/sbin/nginx", "sbin/start-stop-daemon"):
        (root / program).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(f"/{program}", root / program)
    for name in ("gatehouse", "gatehouse-worker", "gatehouse-relay"):
        (programs / name).write_text("#!/bin/sh\n")
        (programs / name).chmod(0o755)
    return root


def analyze(*words) -> subprocess.CompletedProcess:
    return subprocess.run(["systemd-analyze", *words], capture_output=True, text=True)


def test_systemd_has_nothing_to_say(system):
    result = analyze("verify", f"--root={system}", "--man=no", *INSTANCES, "nginx.service")
    ours = [line for line in (result.stdout + result.stderr).splitlines() if "gatehouse" in line]
    assert (result.returncode, ours) == (0, [])


def test_a_mistake_would_be_found(system):
    unit = system / "etc/systemd/system/gatehouse-relay.service"
    good = unit.read_text()
    try:
        unit.write_text(good.replace("[Service]", "[Service]\nNoSuchSetting=yes"))
        result = analyze("verify", f"--root={system}", "--man=no", "gatehouse-relay.service")
        assert "NoSuchSetting" in result.stderr
    finally:
        unit.write_text(good)


def test_no_unit_removes_what_others_of_its_user_share():
    """With RemoveIPC the end of a unit takes the shared memory of its user's other services away."""
    units = {name: (ROOT / "nginx" / "systemd" / name).read_text() for name in UNITS}
    assert "User=postgres" in units["gatehouse-backup.service"]
    for name, text in units.items():
        if re.search(r"^User=(postgres|www-data|root)$", text, re.M):
            assert not re.search("^RemoveIPC=", text, re.M), name


@pytest.mark.parametrize("unit", ["gatehouse-worker@1.service", "gatehouse-relay.service"])
def test_little_is_left_to_attack(system, unit):
    result = analyze("security", "--offline=true", f"--root={system}", unit)
    exposure = re.search(r"exposure level for \S+: ([0-9.]+)", result.stdout)
    assert exposure and float(exposure[1]) <= 1.5, result.stdout[-200:]
