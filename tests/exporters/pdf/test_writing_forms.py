"""Vector drawings: forms with what their operators call on."""

from typing import Any

import page
from writing_samples import one, opened

from postingkit.exporters.pdf.drawings.values import VectorDrawing
from postingkit.exporters.pdf.writing import Drawing

DRAW = "q 2 0 0 2 0 0 cm /X1 Do Q"


def form(vector: VectorDrawing) -> Any:
    return opened(one(DRAW, [Drawing("X1", vector)])).pages[0].obj.Resources.XObject.X1


def test_a_form_has_a_size_its_operators_and_their_resources() -> None:
    vector = VectorDrawing(40, 20.5, "/G0 gs 0 0 1 1 re f", {"ExtGState": {"G0": b"<</ca .5>>"}})
    found = form(vector)
    assert list(map(float, found.BBox)) == [0, 0, 40, 20.5]
    assert found.read_bytes() == vector.code.encode()
    assert float(found.Resources.ExtGState.G0.ca) == 0.5


def test_what_it_calls_on_is_a_group_of_its_own() -> None:
    inner = VectorDrawing(40, 20, "1 0 0 rg 0 0 1 1 re f")
    mask = VectorDrawing(40, 20, ".5 g 0 0 1 1 re f")
    vector = VectorDrawing(
        40, 20, "/M0 gs /F0 Do", {"ExtGState": {"G0": b"<</ca .5>>"}}, {"F0": inner}, {"M0": mask}
    )
    found = form(vector)
    assert found.Resources.XObject.F0.Group.CS == "/DeviceRGB"
    assert found.Resources.ExtGState.M0.SMask.G.Group.CS == "/DeviceGray"
    assert found.Resources.ExtGState.M0.SMask.S == "/Luminosity"
    assert set(found.Resources.ExtGState.keys()) == {"/G0", "/M0"}
    data = one(DRAW, [Drawing("X1", vector)])
    assert page.validate_pdf_bytes(data, profile="2a").is_compliant
