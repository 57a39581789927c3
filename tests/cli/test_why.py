"""Why a state is as it is, as it is typed."""

from __future__ import annotations

import json
import re
from datetime import date

from tests.build import frozen
from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")


def test_why_says_where_nobody_searched(run: Runner) -> None:
    """That a link says somebody looked is no search, and silence about it would look like one."""
    only_linked = run("why", "aiplan-4", *ON, "--lang", "en").out
    assert "The catalogue has no search for an" in only_linked
    nobody = run("why", "wennink-bank", *ON, "--lang", "en").out
    assert "The catalogue has no search for an instrument." in nobody


def test_the_basis_of_every_answer_is_what_was_counted(run: Runner) -> None:
    for name in ("agdb", "fs-talent", "fs-waardeketen-data"):
        for basis in ("stated", "inferred"):
            data = json.loads(run("why", name, "--basis", basis, "-f", "json", *ON).out)
            assert data["basis"] == basis


def test_several_are_explained_one_after_the_other_as_each_alone(run: Runner) -> None:
    """By ids, a pattern, or conditions: the same explanations, in the order asked for."""
    by_id = json.loads(run("why", "ained", "FS-talent", "ained", "-f", "json", *ON).out)
    assert by_id["schema"] == "dosa-trace/why/several/1"
    assert [one["id"] for one in by_id["records"]] == ["ained", "fs-talent"]
    for one in by_id["records"]:
        alone = json.loads(run("why", one["id"], "-f", "json", *ON).out)
        assert one == {key: alone[key] for key in one}
    commas = json.loads(run("why", "ained,fs-talent", "-f", "json", *ON).out)
    assert commas == by_id
    by_pattern = json.loads(run("why", "fs-t*", "-f", "json", *ON).out)
    assert by_pattern["schema"] == "dosa-trace/why/several/1"
    assert [one["id"] for one in by_pattern["records"]] == ["fs-talent"]
    chosen = json.loads(run("why", "--where", "theme=talent", "-f", "json", *ON).out)
    listed = json.loads(run("coverage", "--where", "theme=talent", "-f", "json", *ON).out)
    ids = [one["id"] for one in listed["recommendations"]]
    assert [one["id"] for one in chosen["records"]] == ids
    out = run("why", "ained", "fs-talent", "--lang", "nl", *ON).out
    assert out.index("(ained)") < out.index("(fs-talent)")
    rows = run("why", "fs-t*", "ained", "-f", "csv", *ON).out.splitlines()
    assert {row.split(",")[0] for row in rows[1:]} == {"fs-talent", "ained"}


def test_in_brief_each_has_its_weakest_link_its_reason_and_its_source(run: Runner) -> None:
    """Or what is in the way, the response, and whether somebody looked."""
    for lang in ("en", "nl"):
        asked = ("--where", "id=*", "--brief", "--lang", lang, *ON)
        text = run("why", *asked, "-f", "markdown").out
        heads = re.findall(r"(?m)^- \*\*.*\((?:[\w-]+)\)$", text)
        below = re.findall(r"(?m)^  - .*$", text)
        graph = frozen(date(2026, 11, 23))
        assert len(heads) == len(graph.recommendations)
        assert len(below) == 3 * len(heads)
    data = json.loads(run("why", "--where", "id=*", "-f", "json", *ON).out)["records"]
    text = run("why", "--where", "id=*", "--brief", "-f", "markdown", "--lang", "en", *ON).out
    for one, told in zip(data, re.split(r"(?m)^- ", text)[1:], strict=True):
        if one["decisive"]:
            hops = one["chains"][0]["hops"]
            weakest = next(hop for hop in hops if hop["weakest"])
            assert f"{weakest['origin']} → {weakest['target']}" in told.replace("\\", "")
        else:
            assert "Response" in told


def test_nothing_is_selected_is_said(run: Runner) -> None:
    found = run("why", "--where", "state=declined", "--brief", *ON)
    assert (found.status, "none" in found.out.lower()) == (0, True)
