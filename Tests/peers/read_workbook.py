# SPDX-License-Identifier: MIT
"""Reads a workbook with openpyxl, and says each cell with what kind of value it is.

Usage: read_workbook.py FILE.xlsx
Prints JSON: [{"name", "isFrozen", "rows": [["s:text", "n:1", "d:2026-04-01T00:00:00"], …]}, …].
"""
import json
import sys

import openpyxl


def said(cell):
    value = cell.value
    if cell.data_type == "d":
        return "d:" + value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{cell.data_type}:{value}"


book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([
    {
        "name": sheet.title,
        "isFrozen": sheet.freeze_panes == "A2",
        "rows": [[said(cell) for cell in row] for row in sheet.iter_rows()],
    }
    for sheet in book.worksheets
]))
