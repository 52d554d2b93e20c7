"""compose.yaml is valid, and says what it should; `make images` builds and runs the images themselves."""

import json
import re
import subprocess

import pytest
from application import ROOT

COMPOSE = ROOT / "docker" / "compose.yaml"
DOCKERFILE = (ROOT / "docker" / "Dockerfile").read_text()


def config(*words: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["docker-compose", "-f", COMPOSE, *words, "config"], capture_output=True, text=True)


@pytest.mark.parametrize("profile", ["", "leasing-app", "by-hand"])
def test_compose_finds_it_valid(profile):
    result = config(*(["--profile", profile] if profile else []))
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="module")
def services():
    words = [word for profile in ("leasing-app", "by-hand") for word in ("--profile", profile)]
    text = config(*words).stdout
    script = "import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)"
    # Debian's docker-compose brings YAML for Debian's Python.
    found = subprocess.run(
        ["/usr/bin/python3", "-c", script], input=text, capture_output=True, text=True, check=True)
    return json.loads(found.stdout)["services"]


def test_every_service_has_an_image_that_is_built_here(services):
    targets = set(re.findall(r"^FROM \S+ AS (\S+)$", DOCKERFILE, re.M))
    assert {"worker", "relay", "gatehouse", "migrations", "web", "database"} <= targets
    for name, service in services.items():
        assert service["image"].removeprefix("gatehouse-") in targets, name


def test_the_partners_side_comes_with_its_profile(services):
    for name, service in services.items():
        assert service.get("profiles", []) == (
            ["leasing-app"] if name.startswith("leasing-app")
            else ["by-hand"] if name == "gatehouse" else []), name


def test_no_container_is_root_or_may_become_it(services):
    for name, service in services.items():
        assert service["cap_drop"] == ["ALL"] and service["read_only"] is True, name
        assert "no-new-privileges:true" in service["security_opt"], name
    for stage in re.split(r"^FROM ", DOCKERFILE, flags=re.M):
        target = stage.split("\n")[0].split(" AS ")[-1]
        if target in ("worker", "relay", "gatehouse", "migrations", "web", "database"):
            assert re.search(r"^USER (10001:10001|postgres)$", stage, re.M), target
            if target in ("worker", "relay", "web", "database"):
                assert "HEALTHCHECK" in stage, target


def test_secrets_come_from_files(services):
    for name, service in services.items():
        for variable, value in service.get("environment", {}).items():
            if re.search("PASSWORD|SECRET|KEY", variable):
                assert variable.endswith("_FILE") and str(value).startswith("/run/secrets/"), name


def test_nothing_but_the_web_is_reached_from_the_world(services):
    assert [name for name, service in services.items() if service.get("ports")] == ["web"]
    assert sorted(name for name, service in services.items() if "outside" in service["networks"]) == [
        "relay", "web"]
