"""Changes that are easily overlooked, and what was noticed: an export of changes misses neither."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from plugins import install

from conftest import Project

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="{}"/></svg>'


def notices(project: Project, *arguments: str) -> list[str]:
    return [
        line for line in project.run("export", *arguments).err.splitlines() if "notice:" in line
    ]


@pytest.mark.parametrize("name", ["logo.svg", "brand/our logo.svg", "brand/a, b.svg"])
def test_a_file_that_the_settings_name_is_an_input(project: Project, name: str) -> None:
    logo = f"{{file: '{name}', alternative: Ours}}"
    project.write({"postingkit.yaml": f"formats: [html]\ntemplate: {{theme: {{logo: {logo}}}}}"})
    project.write({"roles/a.yaml": "title: A", name: SVG.format(1)})
    assert project.run("export").err == "1 file in out: 1 made.\n"
    assert project.run("export").err == "1 file in out: 1 unchanged.\n"
    project.write({name: SVG.format(2)})
    assert project.run("export").err == "1 file in out: 1 made.\n"


def test_a_template_behind_a_link_is_an_input(project: Project, tmp_path: Path) -> None:
    project.write({"postingkit.yaml": "formats: [md]\ndepartments: {sales: {}}"})
    project.write({"roles/a.yaml": "title: A\ndepartment: sales\nsummary: Text."})
    project.write({"../house/template.yaml": "extends: default\nsections: {lead: {title: One}}"})
    (project.folder / "templates").mkdir()
    (project.folder / "templates/sales").symlink_to(tmp_path / "house")
    (tmp_path / "house/back").symlink_to(tmp_path / "house")
    project.run("export")
    project.write({"../house/template.yaml": "extends: default\nsections: {lead: {title: Two}}"})
    project.run("export")
    assert "## Two" in project.text("out/roles/a.md")


def test_a_template_behind_a_link_to_a_name_that_begins_the_projects_is_an_input(
    project: Project,
) -> None:
    project.write({"postingkit.yaml": "formats: [md]\ndepartments: {sales: {}}"})
    project.write({"roles/a.yaml": "title: A\ndepartment: sales\nsummary: Text."})
    near = project.folder.with_name(project.folder.name[:4])
    text = "extends: default\nsections: {lead: {title: One}}"
    project.write({f"../{near.name}/template.yaml": text})
    (project.folder / "templates").mkdir()
    (project.folder / "templates/sales").symlink_to(near)
    project.run("export")
    project.write({f"../{near.name}/template.yaml": text.replace("One", "Two")})
    project.run("export")
    assert "## Two" in project.text("out/roles/a.md")


def test_a_link_to_itself_is_passed_over(project: Project) -> None:
    project.write({"postingkit.yaml": "formats: [md]", "roles/a.yaml": "title: A"})
    (project.folder / "roles/round").symlink_to("round")
    assert project.run("export").code == 0


def test_a_heading_says_what_a_cell_means(project: Project) -> None:
    project.write({"postingkit.yaml": "formats: [md]", "roles/a.yaml": "title: A"})
    project.write({"openings/t.csv": "id,role,hours\no,a,20\n"})
    project.run("export")
    project.write({"openings/t.csv": "id,role,duration\no,a,20\n"})
    assert project.run("export").err == "2 files in out: 1 unchanged, 1 made.\n"
    assert "Duration" in project.text("out/openings/o.md")


def test_what_is_noticed_of_a_row_is_noticed_where_it_stands_now(project: Project) -> None:
    project.write({"postingkit.yaml": "formats: [md]\ndepartments: {known: {}}"})
    project.write({"roles/a.yaml": "title: A"})
    project.write({"openings/t.csv": "id,role,overrides.department\no,a,other\n"})
    assert "row 2" in notices(project)[0]
    project.write({"openings/t.csv": "id,role,overrides.department\np,a,known\no,a,other\n"})
    assert "row 3" in notices(project)[0]
    assert "row 3" in notices(project)[0]


def test_a_source_is_made_once_its_template_is_mended(project: Project) -> None:
    project.write({"postingkit.yaml": "formats: [md]\ndepartments: {sales: {}}"})
    project.write({"roles/a.yaml": "title: A\ndepartment: sales"})
    project.write({"templates/sales/template.yaml": "extends: default"})
    project.run("export")
    project.write({"templates/sales/template.yaml": "order: [", "roles/a.yaml": "title: B\n"})
    project.write({"roles/a.yaml": "title: B\ndepartment: sales"})
    assert project.run("export", "--clean").code == 1
    assert project.paths("out") == ["roles/a.md"]  # what is broken today is mended tomorrow
    project.write({"templates/sales/template.yaml": "extends: default"})
    assert project.run("export").err == "1 file in out: 1 made.\n"
    assert project.text("out/roles/a.md") == "# B\n"


def test_what_was_noticed_is_told_after_a_run_for_another_format(project: Project) -> None:
    markdown = "postingkit.exporters.markdown:MarkdownExporter"
    install(project.monkeypatch, noticed="Noticing", md=markdown)
    project.write({"postingkit.yaml": "formats: [noticed, md]", "roles/a.yaml": "title: A"})
    first = notices(project)
    assert len(first) == 1
    assert notices(project, "-f", "md") == []
    assert notices(project) == first
    (project.folder / "out/roles/a.md").unlink()
    assert notices(project) == first


def test_each_opening_tells_of_the_texts_that_its_role_lacks(project: Project) -> None:
    project.write({"postingkit.yaml": "formats: [md]\nlanguages: [en, de]"})
    project.write({"roles/a.yaml": "title: A"})
    project.write({f"openings/{name}.yaml": "role: a\nlanguage: de" for name in "op"})
    first = notices(project)
    (project.folder / "openings/o.yaml").unlink()
    assert notices(project) == first


@pytest.mark.parametrize("middle", ["default", "house"])
def test_what_a_template_between_two_others_extends_is_seen(project: Project, middle: str) -> None:
    project.write({"postingkit.yaml": "formats: [html]\ndepartments: {it: {template: s}}"})
    project.write({"roles/a.yaml": "title: A\ndepartment: it\nsummary: Text."})
    own = f"extends: {middle}\ntheme: {{page: {{size: A4}}}}"
    project.write({"templates/s/template.yaml": own})
    project.write({f"templates/{middle}/template.yaml": "extends: quiet"})
    project.run("export")
    project.write({f"templates/{middle}/template.yaml": "extends: bold"})
    assert project.run("export", "--check").code == 1
    project.run("export")
    project.run("export", "-o", "fresh")
    assert project.text("out/roles/a.html") == project.text("fresh/roles/a.html")


@pytest.mark.parametrize("place", ["roles/out", "openings/out", "templates/it/out", "roles"])
def test_an_output_among_the_inputs_comes_to_rest(project: Project, place: str) -> None:
    project.write({"postingkit.yaml": "formats: [md]\ndepartments: {it: {template: it}}"})
    project.write({"roles/a.yaml": "title: A\ndepartment: it", "openings/o.yaml": "role: a"})
    project.write({"templates/it/template.yaml": "extends: default"})
    manifests: list[str] = []
    for _ in range(4):
        assert project.run("export", "-o", place).code == 0
        manifests.append(project.text(f"{place}/.postingkit/manifest.jsonl"))
    assert manifests[2] == manifests[3]


def test_what_is_noticed_of_the_file_of_a_row_is_noticed_where_the_row_stands_now(
    project: Project,
) -> None:
    rune = "\N{RUNIC LETTER FEHU FEOH FE F}"  # which no font of the exporter has
    project.write({"postingkit.yaml": "formats: [pdf]", "roles/a.yaml": "title: A"})
    project.write({"openings/t.csv": f"id,role,overrides.title\no,a,{rune}\n"})
    assert "row 2" in notices(project)[0]
    project.write({"openings/t.csv": f"id,role,overrides.title\np,a,P\no,a,{rune}\n"})
    assert "row 3" in notices(project, "--check")[0]
    assert "row 3" in notices(project)[0]
    assert "row 3" in notices(project)[0]


def test_what_is_noticed_of_a_row_is_noticed_in_the_sheet_that_it_stands_in_now(
    project: Project,
) -> None:
    project.write({"postingkit.yaml": "formats: [md]\ndepartments: {known: {}}"})
    project.write({"roles/a.yaml": "title: A"})
    (project.folder / "openings").mkdir()
    for title in ("Old", "New"):
        book = Workbook()
        sheet = book.create_sheet(title, 0)
        sheet.append(["id", "role", "overrides.department"])
        sheet.append(["o", "a", "other"])
        book.save(project.folder / "openings/t.xlsx")
        assert f"sheet {title}, row 2" in notices(project)[0]
