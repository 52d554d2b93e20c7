"""A steady load of polls, and what became of each."""

import queue
import threading
import time
from collections import Counter

from client import BOOTHS, Client


class Load:
    """Sends polls at a steady rate from some threads, each by a connection of its own, until it ends."""

    def __init__(self, client: Client, rate: int, threads: int = 16):
        self.client, self.rate = client, rate
        self.outcomes: Counter = Counter()
        self.slowest = 0.0
        self.turns: queue.Queue = queue.Queue()
        self.ends = threading.Event()
        self.threads = [threading.Thread(target=self.work) for _ in range(threads)]
        self.clock = threading.Thread(target=self.tick)

    def __enter__(self) -> "Load":
        self.began = time.monotonic()
        for thread in (*self.threads, self.clock):
            thread.start()
        return self

    def __exit__(self, *_):
        self.ends.set()
        self.clock.join()
        for _ in self.threads:
            self.turns.put(None)
        for thread in self.threads:
            thread.join()
        self.seconds = time.monotonic() - self.began

    def tick(self):
        turn = 0
        while not self.ends.is_set():
            while turn < (time.monotonic() - self.began) * self.rate:
                self.turns.put(turn)
                turn += 1
            time.sleep(0.002)

    def work(self):
        while self.turns.get() is not None:
            began = time.monotonic()
            try:
                answer = self.client.get(f"{BOOTHS}/park-info-query")
                outcome = f"{answer.status} {answer.code}"
            except OSError as error:
                outcome = repr(error)
            except Exception as error:  # Whatever it is, the request failed.
                outcome = f"{type(error).__name__} {error}"
            self.outcomes[outcome] += 1
            self.slowest = max(self.slowest, time.monotonic() - began)

    def __str__(self):
        return (f"{self.outcomes.total()} requests in {self.seconds:.1f} s, "
                f"slowest {self.slowest * 1000:.0f} ms: {dict(self.outcomes)}")
