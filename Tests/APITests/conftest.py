"""The running application, and one line at the end."""

import os
import subprocess

import pytest
from client import Client
from database import Database
from description import Description

SETTINGS = ("GATEHOUSE_STATE", "GATEHOUSE_HTTP", "GATEHOUSE_CLUSTER", "GATEHOUSE_TEST_ROOT")


def setting(name: str) -> str:
    return os.environ[name]


@pytest.fixture(scope="session")
def description() -> Description:
    return Description()


@pytest.fixture(scope="session")
def client() -> Client:
    return Client(setting("GATEHOUSE_HTTP"))


@pytest.fixture(scope="session")
def database() -> Database:
    return Database(setting("GATEHOUSE_CLUSTER").replace("dbname=postgres", "dbname=gatehouse"))


def workers() -> set[str]:
    script = f"{setting('GATEHOUSE_TEST_ROOT')}/scripts/application"
    output = subprocess.run(
        [script, "workers", setting("GATEHOUSE_STATE")], check=True, capture_output=True, text=True)
    return set(output.stdout.split())


@pytest.fixture(scope="module", autouse=True)
def no_worker_dies():
    """The workers' process ids are the same after a file of tests as before it."""
    before = workers()
    assert before
    yield
    assert workers() == before, "a worker died, see workers.log"


def pytest_terminal_summary(terminalreporter):
    passed, failed, errors = (
        len(terminalreporter.stats.get(name, [])) for name in ("passed", "failed", "error"))
    terminalreporter.write_line(f"api: {passed} passed, {failed + errors} failed")
