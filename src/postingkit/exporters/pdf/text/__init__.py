"""text: where text may break, and in which order it stands: functions on strings and their words.

It knows no document, no page and no file format.
"""
