"""What no page can set: names, as the application's own superuser."""

import os
import subprocess


def sql(statements: str) -> str:
    """Runs statements in the application's database, and gives what they print."""
    conninfo = os.environ["GATEHOUSE_CLUSTER"].replace("dbname=postgres", "dbname=gatehouse")
    run = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", conninfo],
                         input=statements, capture_output=True, text=True, timeout=300, check=True)
    return run.stdout.strip()
