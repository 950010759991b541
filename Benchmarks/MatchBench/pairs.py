# SPDX-License-Identifier: MIT
"""Prints precision, recall and F1 of pairs: python3 pairs.py LINKS.csv PAIRS.csv (two columns of names each)."""
import csv
import sys

links, pairs = ({frozenset(row[:2]) for row in list(csv.reader(open(path)))[1:]} for path in sys.argv[1:3])
right = len(links & pairs)
precision, recall = right / max(1, len(pairs)), right / max(1, len(links))
print(f"pairs: precision {precision:.4f}, recall {recall:.4f}, F1 {2 * precision * recall / max(1e-9, precision + recall):.4f}")
