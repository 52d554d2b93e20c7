"""An application of the tests' own, started and stopped by scripts/application."""

import json
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(os.environ["GATEHOUSE_TEST_ROOT"])
BASE = Path(os.environ["GATEHOUSE_TEST_DIRECTORY"])


class Application:
    """What runs, and how to reach it. `settings` are variables of scripts/application."""

    def __init__(self, name: str, **settings: str):
        self.state = BASE / name
        self.environment = {
            **os.environ, "GATEHOUSE_HTTP_PORT": "0", "GATEHOUSE_HTTPS_PORT": "0",
            "GATEHOUSE_RELAY": "0", "GATEHOUSE_LEASING_APP": "0", **settings}
        for name in ("GATEHOUSE_DATABASE", "GATEHOUSE_ADMIN_DATABASE"):
            self.environment.pop(name, None)

    def __enter__(self) -> "Application":
        self.script("application", "stop")
        shutil.rmtree(self.state, ignore_errors=True)
        self.state.mkdir(parents=True)
        self.variables = dict(
            line.split("=", 1) for line in self.script("application", "start").splitlines())
        self.http = self.variables["GATEHOUSE_HTTP"]
        self.https = self.variables["GATEHOUSE_HTTPS"]
        self.http_port, self.https_port = (
            int(url.rsplit(":", 1)[1]) for url in (self.http, self.https))
        self.certificate = self.variables["GATEHOUSE_CERTIFICATE"]
        return self

    def __exit__(self, *_):
        self.script("application", "stop")

    def script(self, name: str, action: str) -> str:
        """Runs a script on the state directory; its standard output."""
        # Files and not pipes: what a script starts lives on and would hold a pipe open.
        self.state.mkdir(parents=True, exist_ok=True)
        output, errors = (BASE / f"{self.state.name}.{end}" for end in ("out", "err"))
        with output.open("w") as out, errors.open("w") as err:
            status = subprocess.run(
                [ROOT / "scripts" / name, action, self.state], env=self.environment,
                stdin=subprocess.DEVNULL, stdout=out, stderr=err).returncode
        assert status == 0, errors.read_text()
        return output.read_text()

    def gatehouse(self, *words: str, check: bool = True) -> subprocess.CompletedProcess:
        """Runs the command line as the administrator."""
        return subprocess.run(
            [self.state / "bin" / "gatehouse", *words], check=check, capture_output=True, text=True,
            env={**self.environment, "GATEHOUSE_DATABASE": self.variables["GATEHOUSE_ADMIN_DATABASE"]})

    def sql(self, text: str) -> str:
        """What psql prints for a statement of the superuser."""
        conninfo = self.variables["GATEHOUSE_CLUSTER"].replace("dbname=postgres", "dbname=gatehouse")
        return subprocess.run(
            ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", conninfo, "-c", text],
            check=True, capture_output=True, text=True).stdout.strip()

    def log(self, name: str) -> list[dict]:
        """The lines of a log that is JSON."""
        lines = (self.state / "logs" / name).read_text().splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]
