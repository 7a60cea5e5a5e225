#!/usr/bin/env python3
"""A second, independent implementation of tp1. Standard library only.

Usage: second_implementation.py <folder with the vectors>    checks every vector
       second_implementation.py --bundles < list of files     verifies bundles, one answer a line:
                                                              "ok" or "<step>: <reason>"
Everything is checked but the beacon's BLS signature.
"""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "second"))

from bundle import Fault, verify  # noqa: E402
from vectors import check_vectors  # noqa: E402


def answer(path):
    try:
        verify(json.loads(pathlib.Path(path).read_text("utf-8")))
    except Fault as fault:
        return f"{fault.step}: {fault.reason}"
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return "format: malformed"
    return "ok"


def main():
    if sys.argv[1:] == ["--bundles"]:
        for line in sys.stdin:
            print(answer(line.rstrip("\n")), flush=True)
        return 0
    checks, failed = check_vectors(pathlib.Path(sys.argv[1]))
    print("beacon: not checked")
    print(f"{checks} checks, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
