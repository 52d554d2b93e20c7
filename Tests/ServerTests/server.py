"""A server of its own: Debian and systemd in namespaces, with what docs/operations.md prints."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(os.environ["GATEHOUSE_TEST_ROOT"])
TREE = Path(os.environ["GATEHOUSE_SERVER_TREE"])
PROGRAMS = Path(os.environ["GATEHOUSE_PROGRAMS"])
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()
HOST = "parking.example.com"

# The load of the tests of nginx, and its client.
sys.path.insert(0, str(ROOT / "Tests" / "WebTests"))


def printed(heading: str) -> str:
    """The shell commands that stand below the heading that begins with these words."""
    section = re.split(rf"^#+ {re.escape(heading)}.*$", OPERATIONS, maxsplit=1, flags=re.M)[1]
    section = re.split(r"^#{2,3} ", section, maxsplit=1, flags=re.M)[0]
    blocks = re.findall(r"^```sh\n(.*?)^```$", section, flags=re.M | re.S)
    assert blocks, f"docs/operations.md prints nothing below {heading}"
    return "".join(blocks)


class Server:
    """Boots the tree; `run` is what somebody types there as root."""

    def __enter__(self) -> "Server":
        self.boot()
        return self

    def __exit__(self, *_):
        self.halt()

    def boot(self):
        with (TREE.parent / "server.out").open("w") as output:
            self.process = subprocess.Popen(
                ["systemd-nspawn", "-q", "-D", TREE, "-b", "--private-network", "--register=no",
                 "--keep-unit", "--console=pipe", "--machine=parking"],
                stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True)
        self.leader = self.wait_for(self.first_process)
        self.wait_for(lambda: self.run("test -S /run/systemd/private", check=False).returncode == 0)
        self.run("systemctl is-system-running --wait", check=False)

    def halt(self):
        """Switches it off as a button does."""
        os.kill(self.leader, signal.SIGRTMIN + 4)
        self.process.wait(120)

    def first_process(self) -> int | None:
        process = self.process.pid
        assert self.process.poll() is None, (TREE.parent / "server.out").read_text()
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        return int(children[0]) if children else None

    def run(self, script: str, check: bool = True) -> subprocess.CompletedProcess:
        result = subprocess.run(
            ["nsenter", f"--target={self.leader}", "--mount", "--uts", "--ipc", "--net", "--pid",
             "--cgroup", "env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
             "HOME=/root", "CURL_CA_BUNDLE=/etc/gatehouse/tls/certificate.pem",
             "bash", "-c", f"set -euo pipefail; cd /root\n{script}"],
            capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=600)
        assert not check or result.returncode == 0, f"{script}\n{result.stdout}\n{result.stderr}"
        return result

    def says(self, script: str) -> str:
        return self.run(script).stdout.strip()

    @staticmethod
    def wait_for(condition):
        """What the condition gives once it is not empty, within two minutes."""
        deadline = time.monotonic() + 120
        while not (found := condition()):
            assert time.monotonic() < deadline
            time.sleep(0.2)
        return found
