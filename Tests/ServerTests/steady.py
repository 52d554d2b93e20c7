"""Polls by plain HTTP, 200 a second, until its input ends; then one line about what became of them."""

import sys
from types import SimpleNamespace

from server import HOST

from client import Client
from load import Load

with Load(Client(SimpleNamespace(http_port=80), HOST, secure=False), 200) as load:
    sys.stdin.read()
print(load, flush=True)
sys.exit(set(load.outcomes) != {"200 0"})
