"""Lists of what is on file, and what chooses from them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Runner

ON = ("--as-of", "2026-11-23")


def test_a_theme_that_is_none_lists_those_that_are(run: Runner) -> None:
    found = run("coverage", "--where", "theme=nope")
    assert found.status == 2
    assert "use 'adoption', 'autonomy', 'chips'" in found.err
    assert "did you mean 'talent'?" in run("coverage", "--where", "theme=talnt").err


def test_several_values_and_patterns(run: Runner) -> None:
    def ids(*where: str, kind: str = "instruments") -> set[str]:
        asked = [word for one in where for word in ("--where", one)]
        return {
            one["id"] for one in json.loads(run("list", kind, *asked, "-f", "json").out)["items"]
        }

    both = ids("theme=talent,compute", kind="recommendations")
    assert both == ids("theme=talent", "theme=compute", kind="recommendations")
    assert both > ids("theme=talent", kind="recommendations")
    assert ids("kind=mon*") == ids("kind=monitor") != set()
    assert ids("owner=*economische zaken*") > ids("owner=EZK")
    assert ids("owner=ez") == ids("owner=Ministerie van Economische Zaken") > ids("owner=ezk")
    assert ids("level=e*") == ids("level=eu")
    assert ids("owner=d66,cda") == {"coalitieakkoord-2026"}
    commas = "owner=Ministerie van Onderwijs, Cultuur en Wetenschap"  # one name
    assert ids(commas) == ids("owner=ocw") != set()


def test_lists_mark_what_was_not_known_yet(run: Runner) -> None:
    for kind in ("sources", "recommendations", "instruments", "links"):
        found = run("list", kind, "--as-of", "2024-06", "-f", "json")
        known = {one["known"] for one in json.loads(found.out)["items"]}
        assert known == {True, False}, kind
    text = run("list", "recommendations", "--as-of", "2024-06").out
    assert "were not known yet on 30 June 2024." in text
    assert "(fs-talent, not known yet)" in text
    assert "not known yet" not in run("list", "recommendations", *ON).out


def test_themes_and_institutions_can_be_listed(run: Runner) -> None:
    themes = json.loads(run("list", "themes", "-f", "json").out)["items"]
    talent = next(one for one in themes if one["id"] == "talent")
    chosen = run("list", "recommendations", "--where", "theme=talent", "-f", "json")
    assert talent["recommendations"] == json.loads(chosen.out)["total"]
    institutions = json.loads(run("list", "institutions", "-f", "json").out)["items"]
    assert {"id": "TNO", "sources": ["factsheets-2025"]} in institutions


def test_a_title_of_several_lines_stays_on_one_line_of_a_table(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text('objectives: [{id: a, title: "One\\n# two"}]\n')
    assert "One # two" in run("list", "objectives", "--catalog", "c.yaml").out


def test_what_was_not_known_yet_is_no_mistyped_condition(run: Runner) -> None:
    found = run("coverage", "--where", "id=fs-*", "--as-of", "1900")
    assert found.status == 0
    assert "n/a" in found.out
    assert run("coverage", "--where", "id=zzz-*").status == 2
