"""Makes the Word files in ``stationery/`` that differ as real letterheads do; run it by hand.

    python tests/exporters/make_stationery.py

It writes WordprocessingML as each program would; ``libreoffice.docx`` is made by LibreOffice.
"""

import io
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from postingkit.testing import PIXEL

HERE = Path(__file__).parent / "stationery"
OFFICE = "http://schemas.openxmlformats.org"
WORD = f"{OFFICE}/wordprocessingml/2006/main"
RELATIONSHIPS = f"{OFFICE}/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}" '
    f'xmlns:wp="{OFFICE}/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:a="{OFFICE}/drawingml/2006/main" xmlns:pic="{OFFICE}/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable=""'
)
A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
SIDEWAYS = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
MARGINS = (
    '<w:pgMar w:top="2200" w:right="1300" w:bottom="1500" w:left="1500" '
    'w:header="700" w:footer="600" w:gutter="0"/>'
)


def run(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    written = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{inner}{written}</w:p>"


def styled(style: str, content: str) -> str:
    return paragraph(content, f'<w:pStyle w:val="{style}"/>')


def picture(relationship: str, number: int) -> str:
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="720000" cy="240000"/><wp:docPr id="{number}" name="Logo" descr="Logo"/>'
        f'<a:graphic><a:graphicData uri="{OFFICE}/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="240000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def text_box(content: str) -> str:
    """Write a text box twice, as Word does: for itself, and for older programs."""
    shape = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        'relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page">'
        '<wp:posOffset>5000000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page">'
        '<wp:posOffset>400000</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="500000"/>'
        '<wp:wrapNone/><wp:docPr id="7" name="Box" descr="Department"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1800000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    older = (
        '<w:pict><v:shape style="position:absolute;width:142pt;height:39pt" type="#box">'
        f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def style(id_: str, name: str, inner: str = "", *, type_: str = "paragraph", more: str = "") -> str:
    named = f'<w:name w:val="{name}"/>'
    return f'<w:style w:type="{type_}"{more} w:styleId="{id_}">{named}{inner}</w:style>'


def styles(*definitions: str, font: str = "Liberation Serif", language: str = "de-DE") -> str:
    return (
        f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/><w:sz w:val="22"/>'
        f'<w:lang w:val="{language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
        f"{''.join(definitions)}</w:styles>"
    )


def part(root: str, content: str) -> str:
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>"


def document(*content: str, section: str = A4 + MARGINS) -> str:
    return part("document", f"<w:body>{''.join(content)}<w:sectPr>{section}</w:sectPr></w:body>")


def write(name: str, parts: Mapping[str, str], *, kind: str = "document", logo: str = "") -> None:
    """Write the file *name*."""
    (HERE / name).write_bytes(packed(parts, kind=kind, logo=logo))


def packed(parts: Mapping[str, str], *, kind: str = "document", logo: str = "") -> bytes:
    """Pack *parts* into a Word file; *logo* is the part that has a picture."""
    main = f"{TYPE}.{kind}.main+xml"
    types = {"document": main} | {
        each: f"{TYPE}.{each.rstrip('123')}+xml" for each in parts if each != "document"
    }
    overrides = "".join(
        f'<Override PartName="/word/{each}.xml" ContentType="{type_}"/>'
        for each, type_ in types.items()
    )
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONSHIPS}/{each.rstrip("123")}" '
        f'Target="{each}.xml"/>'
        for number, each in enumerate(parts)
        if each != "document"
    )
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{OFFICE}/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>',
        "_rels/.rels": relationships(
            f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" '
            'Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": relationships(related),
        **{f"word/{each}.xml": content for each, content in parts.items()},
    }
    if logo:
        image = f'<Relationship Id="logo" Type="{RELATIONSHIPS}/image" Target="media/image1.png"/>'
        entries[f"word/_rels/{logo}.xml.rels"] = relationships(
            related + image if logo == "document" else image
        )
        entries["word/media/image1.png"] = PIXEL
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in entries.items():
            package.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def relationships(content: str) -> str:
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{content}</Relationships>'


def german() -> None:
    """As German Word saves it: ids in German, names in English; fields split over runs."""
    split = (
        run("{", "<w:b/>")
        + '<w:proofErr w:type="spellStart"/>'
        + run("{ ", "<w:b/>")
        + run("ti", "<w:b/><w:i/>")
        + run("tle")
        + '<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'
        + run(" }")
        + run("} gesucht")
    )
    definitions = styles(
        style("Standard", "Normal", "<w:qFormat/>", more=' w:default="1"'),
        style(
            "berschrift1",
            "heading 1",
            '<w:basedOn w:val="Standard"/><w:next w:val="Standard"/><w:pPr><w:keepNext/>'
            '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="7A1F3D"/>'
            '<w:sz w:val="40"/></w:rPr>',
        ),
        style(
            "berschrift2",
            "heading 2",
            '<w:basedOn w:val="Standard"/><w:next w:val="Standard"/><w:pPr><w:keepNext/>'
            '<w:spacing w:before="240"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/>'
            '<w:color w:val="7A1F3D"/><w:sz w:val="28"/></w:rPr>',
        ),
        style("Aufzhlungszeichen", "List Bullet", '<w:basedOn w:val="Standard"/><w:pPr><w:numPr>'
              '<w:numId w:val="4"/></w:numPr></w:pPr>'),
        style(
            "HRGrid",
            "HR Grid",
            '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="7A1F3D"/>'
            '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="7A1F3D"/>'
            '<w:insideH w:val="dotted" w:sz="4" w:space="0" w:color="7A1F3D"/></w:tblBorders>'
            "</w:tblPr>",
            type_="table",
            more=' w:customStyle="1"',
        ),
    )  # fmt: skip
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="▪"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{400 * (level + 1)}" w:hanging="400"/></w:pPr></w:lvl>'
        for level in range(9)
    )
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>',
    )
    header = part("hdr", paragraph(run("Beispiel GmbH · Abteilung {{ department }}")))
    section = '<w:headerReference w:type="default" r:id="rId3"/>' + A4 + MARGINS
    write(
        "german.docx",
        {
            "document": document(
                styled("berschrift1", split),
                paragraph("Berichtet an {{ reports_to }}."),
                paragraph("{{ posting }}"),
                paragraph("Wir freuen uns auf Ihre Bewerbung."),
                section=section,
            ),
            "styles": definitions,
            "numbering": numbering,
            "header1": header,
        },
    )


def pages() -> None:
    """First-page and even-page headers, a logo, footers with fields of Word's own."""
    references = "".join(
        f'<w:{kind}Reference w:type="{type_}" r:id="rId{number}"/>'
        for kind, type_, number in (
            ("header", "first", 3),
            ("header", "even", 4),
            ("header", "default", 5),
            ("footer", "first", 6),
            ("footer", "default", 7),
            ("footer", "even", 7),
        )
    )
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    write(
        "pages.docx",
        {
            "document": document(
                paragraph("{{ posting }}"), section=references + A4 + MARGINS + "<w:titlePg/>"
            ),
            "styles": styles(
                style("Normal", "Normal", more=' w:default="1"'), font="Liberation Sans"
            ),
            "settings": part("settings", "<w:evenAndOddHeaders/>"),
            "header1": part("hdr", paragraph(picture("logo", 1) + run("  ACME Works"))),
            "header2": part("hdr", paragraph("{{ title }} · {{ organization }}")),
            "header3": part("hdr", paragraph("{{ title }}", '<w:jc w:val="right"/>')),
            "footer1": part("ftr", paragraph("ACME Works, 1 Example Road")),
            "footer2": part("ftr", paragraph(run("Page ") + number + run(" · {{ level }}"))),
        },
        logo="header1",
    )


def boxes() -> None:
    """A text box, content controls around runs, paragraphs and a date."""
    control = (
        '<w:sdt><w:sdtPr><w:id w:val="11"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
        f"{run('{{ department }}')}</w:sdtContent></w:sdt>"
    )
    block = (
        '<w:sdt><w:sdtPr><w:id w:val="12"/></w:sdtPr><w:sdtContent>'
        f"{paragraph('{{ posting }}')}</w:sdtContent></w:sdt>"
    )
    box = text_box(paragraph("Team {{ department }}"))
    write(
        "boxes.docx",
        {
            "document": document(
                paragraph(box), paragraph("Careers at ACME"), paragraph(run("In ") + control), block
            ),
            "styles": styles(style("Normal", "Normal", more=' w:default="1"'), language="en-GB"),
        },
    )


def cells() -> None:
    """A table as a form, whose cells take fields, and one that takes a section."""

    def cell(width: int, content: str) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'

    def row(left: str, right: str, head: str = "") -> str:
        properties = f"<w:trPr>{head}</w:trPr>" if head else ""
        return f"<w:tr>{properties}{cell(3000, left)}{cell(6000, right)}</w:tr>"

    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6000"/></w:tblGrid>'
        + row(paragraph("Position"), paragraph("{{ title }}"), "<w:tblHeader/>")
        + row(paragraph("Reports to"), paragraph("{{ reports_to }}"))
        + row(paragraph("Your work"), paragraph("{{ responsibilities }}"))
        + "</w:tbl>"
    )
    write(
        "cells.dotx",
        {
            "document": document(table, paragraph("{{ posting }}"), paragraph("")),
            "styles": styles(style("Normal", "Normal", more=' w:default="1"')),
        },
        kind="template",
    )


def sections() -> None:
    """Two sections, the second held sideways; a numbering of its own in the fixed text."""
    turn = f"<w:sectPr>{A4}{MARGINS}</w:sectPr>"
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1)"/><w:lvlJc w:val="left"/><w:pPr>'
        '<w:ind w:left="700" w:hanging="700"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>',
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    write(
        "sections.docx",
        {
            "document": document(
                paragraph(picture("logo", 3)),
                paragraph("Read this first", listed),
                paragraph("And then this", listed),
                paragraph(run("{{ posting }}"), turn),
                paragraph("{{ tables }}"),
                paragraph("The small print."),
                section=SIDEWAYS + MARGINS,
            ),
            "styles": styles(
                style("Normal", "Normal", more=' w:default="1"'), font="Liberation Sans"
            ),
            "numbering": numbering,
        },
        logo="document",
    )


def libreoffice() -> None:
    """What LibreOffice saves of a letter of its own."""
    page = (
        "<html lang='fr'><body><p>Société Exemple</p><h1>{{ title }}</h1><p>{{ posting }}</p>"
        "<ul><li>Fixe</li></ul><p>Fin · {{ department }}</p></body></html>"
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "libreoffice.html"
        source.write_text(page, encoding="utf-8")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = ("--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML")
        command = ("soffice", profile, "--headless", *convert, "--outdir", HERE, source)
        subprocess.run(command, check=True, capture_output=True)


MAKERS = (german, pages, boxes, cells, sections)


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for make in (german, pages, boxes, cells, sections, libreoffice):
        make()
