"""The documents that a PDF exporter is held to: all shipped languages and three more, all sizes."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

import segno
from reader import File, read

from postingkit.batch import Request, make_plan
from postingkit.document import (
    Callout,
    Column,
    Document,
    Fact,
    Facts,
    Figure,
    Image,
    Link,
    Meta,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
    for_format,
)
from postingkit.exporters.interface import Export
from postingkit.exporters.pdf import PdfExporter
from postingkit.look import Look, Page
from postingkit.model import load_project
from postingkit.testing import SAMPLES, bullets, cell, numbers, paragraph

FICTIONAL = Path(__file__).parents[2] / "fictional"
A3 = Look(page=Page(width=297, height=420))
RTL_LANGUAGES = frozenset(("ar", "he"))


@dataclass(frozen=True)
class Sample:
    """A document and the look to make it in."""

    document: Document
    look: Look = field(default_factory=Look)

    def export(self) -> Export:
        """Make the file."""
        exporter = PdfExporter()
        return exporter.prepare(self.look, exporter.options_type())(self.document)


@dataclass(frozen=True)
class Words:
    """What a posting in one language says."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    tasks: tuple[str, tuple[str, str], tuple[tuple[str, str], ...]]
    skills: tuple[str, tuple[str, ...]]
    steps: tuple[str, tuple[str, ...]]
    apply: tuple[str, str, str]
    equal: str
    page_label: str


HINDI = Words(
    title="डेटा इंजीनियर",
    lead="आप हमारे आँकड़ों को भरोसेमंद बनाते हैं और उन्हें हर टीम तक पहुँचाते हैं।",
    facts=(("स्थान", "पुणे"), ("रोज़गार का प्रकार", "पूर्णकालिक, सप्ताह में ४० घंटे")),
    tasks=(
        "मुख्य ज़िम्मेदारियाँ",
        ("क्षेत्र", "इसका अर्थ"),
        (
            ("आँकड़ों का प्रवाह", "नए स्रोतों को जोड़ना और प्रक्रियाओं को स्वचालित करना।"),
            ("गुणवत्ता", "त्रुटियों को समय रहते पहचानना और उन्हें दूर करना।"),
        ),
    ),
    skills=("योग्यताएँ", ("कंप्यूटर विज्ञान में स्नातक", "Python और SQL का अनुभव", "हिन्दी और अंग्रेज़ी")),
    steps=("चयन प्रक्रिया", ("आवेदन भेजें", "फ़ोन पर बातचीत", "टीम से मुलाक़ात")),
    apply=("आवेदन", "कृपया अपना आवेदन यहाँ भेजें: ", "आवेदन का पृष्ठ"),
    equal="हम सभी उम्मीदवारों के साथ समान व्यवहार करते हैं।",
    page_label="पृष्ठ {page} / {pages}",
)
THAI = Words(
    title="วิศวกรข้อมูล",
    lead="คุณจะดูแลให้ข้อมูลของเราถูกต้อง และส่งต่อไปยังทุกทีมได้ทันเวลา",
    facts=(("สถานที่ทำงาน", "กรุงเทพมหานคร"), ("ประเภทการจ้างงาน", "เต็มเวลา 40 ชั่วโมงต่อสัปดาห์")),
    tasks=(
        "หน้าที่รับผิดชอบหลัก",
        ("ด้าน", "ความหมาย"),
        (
            ("การไหลของข้อมูล", "เชื่อมต่อแหล่งข้อมูลใหม่ และทำให้กระบวนการเป็นอัตโนมัติ"),
            ("คุณภาพ", "ตรวจพบข้อผิดพลาดตั้งแต่เนิ่น ๆ และแก้ไขให้เรียบร้อย"),
        ),
    ),
    skills=(
        "คุณสมบัติ",
        ("ปริญญาตรีด้านวิทยาการคอมพิวเตอร์", "มีประสบการณ์ใช้ Python และ SQL", "ภาษาไทยและภาษาอังกฤษ"),
    ),
    steps=("ขั้นตอนการคัดเลือก", ("ส่งใบสมัคร", "สัมภาษณ์ทางโทรศัพท์", "พบกับทีมงาน")),
    apply=("การสมัคร", "กรุณาส่งใบสมัครของคุณที่นี่: ", "หน้ารับสมัครงาน"),
    equal="เราปฏิบัติต่อผู้สมัครทุกคนอย่างเท่าเทียมกัน",
    page_label="หน้า {page} จาก {pages}",
)
KOREAN = Words(
    title="데이터 엔지니어",
    lead="우리 데이터를 믿을 수 있게 만들고 모든 팀에 제때 전달하는 일을 합니다.",
    facts=(("근무지", "서울"), ("고용 형태", "정규직, 주 40시간")),
    tasks=(
        "주요 업무",
        ("분야", "의미"),
        (
            ("데이터 흐름", "새로운 데이터 원천을 연결하고 처리 과정을 자동화합니다."),
            ("품질", "오류를 일찍 발견하고 바로잡습니다."),
        ),
    ),
    skills=("자격 요건", ("컴퓨터 과학 학사 학위", "Python과 SQL 사용 경험", "한국어와 영어 능력")),
    steps=("전형 절차", ("지원서 제출", "전화 면접", "팀과의 만남")),
    apply=("지원 방법", "지원서는 여기로 보내 주세요: ", "지원 페이지"),
    equal="우리는 모든 지원자를 공평하게 대합니다.",
    page_label="{pages}쪽 중 {page}쪽",
)


def posting(words: Words, language: str) -> Document:
    """Make a posting of each kind of block in *language*."""
    heading, heads, rows = words.tasks
    columns = (Column((Text(heads[0]),), 2), Column((Text(heads[1]),), 5))
    table = Table(columns, tuple((cell(a), cell(b)) for a, b in rows), row_headers=True)
    facts = tuple(Fact((Text(name),), (paragraph(value),)) for name, value in words.facts)
    lead = Paragraph((Strong((Text(words.title),)), Text(" — " + words.lead)), style="lead")
    invitation, said, name = words.apply
    target = "https://example.org/apply"
    linked = Paragraph((Text(said), Link((Text(name),), target)))
    code = Figure(Image(qr_code(target), "image/png", 25, 25), name, target, (Text(name),))
    sections = (
        Section("lead", None, (lead,)),
        Section("facts", None, (Facts(facts),)),
        Section("tasks", Text(heading), (table,)),
        Section("skills", Text(words.skills[0]), (bullets(*words.skills[1]),)),
        Section("steps", Text(words.steps[0]), (numbers(*words.steps[1]),)),
        Section("apply", Text(invitation), (linked, code)),
        Section("equal", None, (Callout((paragraph(words.equal),)),)),
    )
    meta = Meta("posting", Text(words.title), language, page_label=words.page_label)
    return Document(meta, sections)


def qr_code(text: str) -> bytes:
    """Draw *text* as a QR code."""
    picture = io.BytesIO()
    segno.make(text, error="m").save(picture, kind="png", scale=8, border=4)
    return picture.getvalue()


def long_posting(paragraphs: int) -> Document:
    """Make a document of many sections, with a heading for every tenth paragraph."""
    text = "The quick brown fox jumps over the lazy dog, number {}, and goes on. " * 5
    numbers_ = [range(start, min(start + 10, paragraphs)) for start in range(0, paragraphs, 10)]
    sections = tuple(
        Section(f"part-{part[0]}", Text(f"Part {part[0]}"),
                tuple(paragraph(text.format(*[number] * 5).strip()) for number in part))
        for part in numbers_
    )  # fmt: skip
    return Document(Meta("posting", Text("A Long Posting"), header="Head", footer="Foot"), sections)


def of_the_project() -> Iterator[tuple[str, Sample]]:
    """Yield what the fictional project makes into PDF files, by path and language."""
    project = load_project(FICTIONAL)
    request = Request(project.role_ids, project.project.comparisons, formats=("pdf",))
    for job in make_plan(project, request).jobs:
        document = for_format(job.source.compose(job.template, job.language), "pdf")
        yield job.units[0].path, Sample(document, job.template.look)


def others() -> dict[str, Callable[[], Sample]]:
    """Give the samples that are made here, by name."""
    made: dict[str, Callable[[], Sample]] = {
        "hi": lambda: Sample(posting(HINDI, "hi")),
        "th": lambda: Sample(posting(THAI, "th")),
        "ko": lambda: Sample(posting(KOREAN, "ko")),
        "1 page": lambda: Sample(long_posting(4)),
        "10 pages": lambda: Sample(long_posting(105)),
        "200 pages": lambda: Sample(long_posting(2_200)),
        "ruled": lambda: Sample(SAMPLES["every_kind"](), Look(table="ruled")),
        "plain": lambda: Sample(SAMPLES["every_kind"](), Look(table="plain")),
        "A3": lambda: Sample(SAMPLES["every_kind"](), A3),
        "A3, landscape": lambda: Sample(SAMPLES["landscape"](), A3),
    }
    return made | {name: partial(_of_the_contract, name) for name in SAMPLES}


def _of_the_contract(name: str) -> Sample:
    return Sample(for_format(SAMPLES[name](), "pdf"))


PROJECT = dict(of_the_project())
OTHERS = others()
NAMES = [*PROJECT, *OTHERS]


@cache
def sample(name: str) -> Sample:
    """Give the sample *name*."""
    return PROJECT[name] if name in PROJECT else OTHERS[name]()


@cache
def file(name: str) -> bytes:
    """Give the file that the sample *name* becomes, made once for all tests of a process."""
    return sample(name).export().data


@cache
def heard(name: str) -> File:
    """Give what a screen reader finds in the file that the sample *name* becomes."""
    return read(file(name))
