"""layout: blocks as parts of pages and columns; it shapes no text and writes no file.

All lengths here are points, upwards from the lower left corner of a sheet.
"""
