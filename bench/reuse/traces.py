#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Do traces (quotations, rare names, sets of figures in common) join reports of one story?

    traces.py DOSSIER.json GOLD.jsonl [DOSSIER.json GOLD.jsonl]...

GOLD has id, story, digest and unclear per report (bench/stories, own_days.jsonl). For each kind of trace: pairs of reports, those
that share no text besides, and of these the pairs with a story label on both sides that are of one story, or of two.
"""
import collections
import json
import sys


def main():
    count = collections.Counter()
    for dossier, gold in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        with open(dossier, encoding="utf-8") as f:
            data = json.load(f)
        with open(gold, encoding="utf-8") as f:
            story = {g["id"]: g["story"] for g in map(json.loads, f) if not g.get("digest") and not g.get("unclear")}
        given = {r["id"]: r["given_id"] for r in data["reports"]}
        literal = {frozenset((c["from"], c["to"])) for c in data["copies"] if c["type"] != "repeats"}
        for trace in data["traces"]:
            a, b = (story.get(given[trace[end]]) for end in ("from", "to"))
            for kind in {i["kind"] for i in trace["items"]}:
                count[kind, "pairs"] += 1
                if frozenset((trace["from"], trace["to"])) in literal:
                    continue
                count[kind, "alone"] += 1
                if a and b:
                    count[kind, "one" if a == b else "two"] += 1
    print("kind         pairs   without common text   of one story   of two")
    for kind in ("quotation", "figures", "name"):
        print(f"{kind:10} {count[kind, 'pairs']:7} {count[kind, 'alone']:21} {count[kind, 'one']:14} {count[kind, 'two']:8}")


if __name__ == "__main__":
    main()
