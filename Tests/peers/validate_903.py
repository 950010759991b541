# SPDX-License-Identifier: MIT
"""Runs csc-validator-be-903 on folders of a 903 return, each rule on untouched tables.

Usage: validate_903.py FOLDER:YEAR...
Prints one line of JSON a folder: {"folder", "faults": {rule: [[table, row], ...]}, "failed": [rule, ...]},
or {"folder", "refused": why} where the validator does not take the files.
"""
import copy
import importlib
import json
import logging
import sys
import warnings
from pathlib import Path

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

from lac_validator.datastore import create_datastore  # noqa: E402
from lac_validator.ingress import read_from_text  # noqa: E402
from lac_validator.config import column_names  # noqa: E402

RULES = (
    "564 565 566 567 570 571 574 575 576 577 578 580 581 586 1004 1005 1006 1012 INT04 INT13"
).split()
REGISTRY = importlib.import_module("lac_validator.rules.lac2025_26").registry
TABLES = [set(columns) for columns in column_names.values()]


def is_table(path):
    """Whether the header line is that of a table, since the validator refuses a folder with any other file."""
    head = path.read_bytes().splitlines()[:1]
    names = set(head[0].decode("utf-8-sig").split(",")) if head else set()
    return names in TABLES


def files(folder, description):
    return [
        {"name": p.name, "file_content": p.read_bytes(), "description": description}
        for p in sorted(folder.glob("*.csv"))
        if is_table(p)
    ]


def tables(folder, year):
    given = files(folder, "This year")
    if (folder / "prev").is_dir():
        given += files(folder / "prev", "Prev year")
    dfs, extras = read_from_text(raw_files=given)
    for name in ("Episodes", "Episodes_last"):
        if name in dfs and len(dfs[name]):  # Postcodes concern none of the rules, and looking them up is slow.
            dfs[name][["HOME_POST", "PL_POST"]] = None
            dfs[name] = dfs[name].astype({"HOME_POST": object, "PL_POST": object})
    metadata = {"collectionYear": year, "localAuthority": "E09000027", **extras}
    metadata["collection_start"] = f"01/04/{int(year) - 1}"
    metadata["collection_end"] = f"31/03/{year}"
    return {**dfs, "metadata": metadata}


def faults(folder, year):
    store = tables(folder, year)
    found, failed = {}, []
    for rule in RULES:
        try:
            result = REGISTRY[rule].func(copy.deepcopy(store))
        except Exception as error:  # The validator logs the failure and goes on.
            failed.append(f"{rule}: {type(error).__name__}")
            continue
        rows = [[table, int(row)] for table, rows in result.items() for row in rows if row == row]
        if rows:
            found[rule] = sorted(rows)
    return {"faults": found, "failed": failed}


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        name, year = argument.rsplit(":", 1)
        try:
            print(json.dumps({"folder": name, **faults(Path(name), year)}), flush=True)
        except Exception as error:
            print(json.dumps({"folder": name, "refused": f"{type(error).__name__}: {error}"}), flush=True)
