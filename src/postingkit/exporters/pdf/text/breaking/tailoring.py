"""Corrects the standard's line breaks where a good typesetter breaks otherwise.

What is named LB is a rule of a later Unicode (16.0); the rest is ours.
"""

import re

HYPHENS = re.compile(
    r"""[-‐/+](?:
        (?<![^\s(\[{"'“„«‘‚‹»›/][-‐]) (?<=[-‐]) (?=[^\W\d_])   # LB20a: und -wartung, /-innen
      | (?<=(?<![^\W_])[^\W\d_\u0590-\uFFFF\U00010000-\U0010FFFF][-‐/]) (?=\w)   # m/w/d, e-mail
      | (?<=\+) (?=\+)                                         # C++
    )""",
    re.VERBOSE,
)
"""Signs that keep what follows them."""
FREED = re.compile(
    r"""(?<=\S["'“”‘’»«›‹])[ ]++(?=[(\[{¿¡„‚])   # no LB15 after a closing mark: “so” (this)
      | [ ](?=\.\w)                              # LB15c, for letters too: in .NET
    """,
    re.VERBOSE,
)
"""Spaces at which a line may end all the same."""
KEPT = re.compile(
    r"""(?<=[«‹“‘])(?<!\S[«‹“‘])[ ]++                  # LB15a: « mots
      | [ ](?=[»›”’](?:[\s.,;:!?)\]}»›”’]|$))          # LB15b: mots »
    """,
    re.VERBOSE,
)
"""Spaces that hold a quotation mark to what it encloses."""


def tailor(text: str, verdicts: bytearray) -> None:
    """Change the *verdicts* that the standard gives for *text* (0 none, 1 allowed, 2 mandatory)."""
    last = len(text) - 1
    for pattern, verdict in ((HYPHENS, 0), (FREED, 1), (KEPT, 0)):
        for found in pattern.finditer(text):
            if found.end() <= last:
                verdicts[found.end() - 1] = verdict
