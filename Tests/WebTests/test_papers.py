"""What the documents name is there."""

import re

import pytest
from application import ROOT

DOCUMENTS = [ROOT / name for name in (
    "docs/operations.md", "docs/threat-model.md", "docs/monitoring.md", "nginx/README.md",
    "nginx/other-servers/README.md", "nginx/systemd/README.md")]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document):
    text = document.read_text()
    anchors = {re.sub(r"[^\w -]", "", line.lstrip("# ")).lower().replace(" ", "-")
               for line in text.splitlines() if line.startswith("#")}
    for target in re.findall(r"\]\(([^)]+)\)", text):
        path, _, anchor = target.partition("#")
        if path and not path.startswith("http"):
            assert (document.parent / path).exists(), target
        elif not path:
            assert anchor in anchors, target


def test_the_tests_of_the_threat_model_exist():
    text = (ROOT / "docs/threat-model.md").read_text()
    names = re.findall(r"`((?:\w+Tests|sql)(?:/[\w./]*)?)`|`(\w+\.(?:swift|py))`", text)
    assert len(names) > 40
    for path, name in names:
        if path.startswith("sql"):
            assert (ROOT / path).exists(), path
        elif path:
            assert (ROOT / "Tests" / path).exists(), path
        else:
            assert list((ROOT / "Tests").rglob(name)), name
