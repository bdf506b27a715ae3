#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Trains a classifier that accepts or rejects what the rules propose as statements, and measures it.

    train_acceptance.py BINARY SHARED [--spkatt] [--more REPORTS.jsonl ANNOTATION.tsv] [--weights FILE]

Candidates are the program's statements; features are what the core knows of them (rule, cue, stance, speaker, length,
mood words). A candidate is right if it matches an annotated statement (tools/score_statements.py). Training data: two
thirds of our own annotation; with --spkatt also the parliament's debates (text public domain, annotation CC BY-SA 4.0:
weights made from them are CC BY-SA 4.0, too); with --more texts that you may use, annotated in the same format. The
model is a logistic regression, trained by stochastic gradient descent from zero in fixed order: same data, same weights.
Measured on our held-out third and, as right or wrong statements only, on quotes dev, which is never trained on.
Printed are precision, recall and F1 of what is found, before and after; --weights writes feature and weight as TSV.
"""
import argparse
import glob
import json
import math
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tools"))
import reliability
import score_statements as own


def features(statement):
    speaker = statement["speaker"]
    cue = " ".join(c["text"] for c in statement["cue"]).lower()
    content = " ".join(c["text"] for c in statement["content"])
    words = content.split()
    kind = "entity" if speaker["actor"] else "text" if speaker["text"] else "none"
    length = "1-2" if len(words) < 3 else "3-5" if len(words) < 6 else "6-15" if len(words) < 16 else "16+"
    rule = statement["rule"]
    yield from ("bias", f"rule={rule}", f"cue={cue}", f"stance={statement['commitment']}", f"speaker={kind}",
                f"length={length}", f"rule={rule} speaker={kind}", f"rule={rule} length={length}",
                f"first={words[0].lower()}", f"chain={bool(statement['chain'])}", f"open={statement['open']}",
                f"quoted={'„' in content}", f"parts={len(statement['content'])}")


def spkatt(shared):
    """(reports, annotation) of the training debates, as tools/score_statements.py keeps them."""
    reports, annotation = {}, {}
    for path in sorted(glob.glob(os.path.join(shared, "data", "spkatt-gepade", "data", "train", "task1", "*.json"))):
        with open(path, encoding="utf-8") as file:
            speech = json.load(file)
        text, at = "", {}
        for sentence in speech["Sentences"]:
            for i, token in enumerate(sentence["Tokens"]):
                if text and token not in ",.;:!?)":
                    text += " "
                begin = len(text.encode("utf-8"))
                text += token
                at[f"{sentence['SentenceId']}:{i}"] = (begin, len(text.encode("utf-8")))
        name = os.path.basename(path)[:-5]
        items = []
        for event in speech["Annotations"]:
            spans = [[at[t] for t in event.get(role) or [] if t in at] for role in ("Message", "Cue", "Source")]
            if spans[0]:
                items.append(own.Item("i", *spans))
        reports[name] = {"id": name, "text": text}
        annotation[name] = (len(text.encode("utf-8")), items)
    return reports, annotation


def candidates(binary, texts, annotation):
    """[(features, right)] of every statement inside what was annotated, and the number of annotated statements."""
    rows, gold_count = [], 0
    output = own.run(binary, texts)
    for report in annotation:
        end, gold = annotation[report]
        found = [s for s in output.get(report, []) if own.byte_ranges(s["content"])[-1][1] <= end]
        pairs = own.match([own.letters(g.content) for g in gold],
                          [own.letters(own.byte_ranges(s["content"])) for s in found])
        right = {j for _, j in pairs}
        rows += [(list(features(s)), j in right) for j, s in enumerate(found)]
        gold_count += len(gold)
    return rows, gold_count


def train(rows, epochs=30, rate=0.1, decay=1e-3):
    weights = {}
    for epoch in range(epochs):
        for names, right in rows:
            gradient = (1.0 if right else 0.0) - probability(weights, names)
            for name in names:
                weight = weights.get(name, 0.0)
                weights[name] = weight + rate / (1 + epoch) * (gradient - decay * weight)
    return weights


def probability(weights, names):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights.get(n, 0.0) for n in names)))))


def print_row(label, rows, gold_count, keep):
    kept = [right for names, right in rows if keep(names)]
    right = sum(kept)
    precision, recall = right / max(len(kept), 1), right / max(gold_count, 1)
    print(f"{label:44s} kept {len(kept):4d} of {len(rows):4d}  precision {precision:.3f}  recall {recall:.3f}  "
          f"F1 {2 * right / max(len(kept) + gold_count, 1):.3f}")


def measured(binary, shared):
    """[(features, right)] for the statements on quotes dev, and how many quotations its gold holds."""
    rows = [(list(features(s)), right) for s, right in reliability.judged_statements(binary, shared, "dev")]
    import score_quotes as scorer
    from benchlib import Part
    part = Part(os.path.join(shared, "bench", "quotes", "dev"))
    return rows, sum(len(scorer.read_gold(part.text(i), part.gold[i])) for i in part.ids)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("shared")
    parser.add_argument("--spkatt", action="store_true")
    parser.add_argument("--more", nargs=2, metavar=("REPORTS", "ANNOTATION"))
    parser.add_argument("--weights")
    args = parser.parse_args()
    binary = os.path.abspath(args.binary)
    annotation = own.read_annotation(own.ANNOTATION)
    held = own.held_out(annotation)
    texts = own.texts_of(args.shared, set(annotation))
    part = lambda wanted: {r: annotation[r] for r in annotation if (r in held) == wanted}
    rows, _ = candidates(binary, {r: texts[r] for r in texts if r not in held}, part(False))
    if args.spkatt:
        rows += candidates(binary, *spkatt(args.shared))[0]
    if args.more:
        with open(args.more[0], encoding="utf-8") as file:
            more = {r["id"]: r for r in map(json.loads, file)}
        rows += candidates(binary, more, own.read_annotation(args.more[1]))[0]
    weights = train(rows)
    print(f"trained on {len(rows)} candidates, {sum(right for _, right in rows)} of them right; {len(weights)} features")
    for name, (test, gold_count) in (
            ("own, held out", candidates(binary, {r: texts[r] for r in texts if r in held}, part(True))),
            ("quotes dev (measured only)", measured(binary, args.shared))):
        print_row(f"{name}: rules alone", test, gold_count, lambda names: True)
        for threshold in (0.2, 0.35, 0.5):
            print_row(f"{name}: accepted at {threshold}", test, gold_count,
                      lambda names: probability(weights, names) >= threshold)
    if args.weights:
        with open(args.weights, "w", encoding="utf-8") as file:
            for name in sorted(weights):
                file.write(f"{name}\t{weights[name]:.5f}\n")


if __name__ == "__main__":
    main()
