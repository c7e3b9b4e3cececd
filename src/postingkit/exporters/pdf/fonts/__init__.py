"""The fonts of a file: which face draws which character, how it is shaped, and what is embedded.

It knows nothing of lines, pages or tags. `library` is the door in, `used` the door out.
"""
