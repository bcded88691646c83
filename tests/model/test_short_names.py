"""What a department is called where room is scarce."""

from __future__ import annotations

from govchain.reader.reading import read_texts

REGISTRY = """\
departments:
  police: {name: 公安局, short: 公安}
  tax: {名称: 税务局}
  bare: {}
"""


def test_the_short_name_is_what_is_written_else_the_name_else_the_id() -> None:
    reading = read_texts({"r.yaml": REGISTRY})
    departments = reading.definitions.registry.departments
    short = {id: department.short_name for id, department in departments.items()}
    assert short == {"police": "公安", "tax": "税务局", "bare": "bare"}
    assert departments["police"].name == "公安局"
    assert not reading.troubles
