#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Our close reading beside UDPipe 1, trained on the same treebanks, tested on the same sentences, in one run.

    compare_udpipe.py BUILD --train A.conllu B.conllu --test C.conllu --work FOLDER
        [--tagger-iterations 8] [--parser-iterations 4] [--no-parser]

BUILD holds train_tagger, train_subjects, evaluate and annotate_speed (configure with -DQL_TRAIN=ON -DQL_BENCH=ON).
FOLDER keeps the models, so that a second run only measures. Needs the Python package ufal.udpipe (MPL-2.0; a peer, no
part of the product). UDPipe gets the treebank's tokens; its features and language-specific tags stay in, since the
mood comes from the features. Speeds are user CPU time of one process each: UDPipe without tokeniser, ours with it.
"""
import argparse
import json
import os
import resource
import subprocess
import sys
import time

import ufal.udpipe as udpipe

CHUNK = 200  # sentences a call


def sentences(path):
    """Sentences as lists of ten-column rows; ranges and empty nodes are left out."""
    rows, out = [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if not line and rows:
                out.append(rows)
                rows = []
            elif line and line[0].isdigit():
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
    return out + ([rows] if rows else [])


def plain(path, out):
    """Copies a treebank without ranges; enhanced dependencies and MISC blank."""
    with open(out, "w", encoding="utf-8") as file:
        for rows in sentences(path):
            for cells in rows:
                file.write("\t".join(cells[:8] + ["_", "_"]) + "\n")
            file.write("\n")


def texts(path):
    with open(path, encoding="utf-8") as file:
        return [line[9:].strip() for line in file if line.startswith("# text = ")]


def train_udpipe(args, model_path):
    if os.path.exists(model_path):
        return
    data = ""
    for number, path in enumerate(args.train):
        copy = os.path.join(args.work, f"train{number}.conllu")
        plain(path, copy)
        data += open(copy, encoding="utf-8").read()
    reader = udpipe.InputFormat.newConlluInputFormat()
    reader.setText(data)
    error, corpus = udpipe.ProcessingError(), udpipe.Sentences()
    sentence = udpipe.Sentence()
    while reader.nextSentence(sentence, error):
        corpus.push_back(sentence)
        sentence = udpipe.Sentence()
    print(f"training UDPipe on {len(corpus)} sentences", file=sys.stderr)
    parser = "none" if args.no_parser else f"iterations={args.parser_iterations}"
    model = udpipe.Trainer.train("morphodita_parsito", corpus, udpipe.Sentences(), "none",
                                 f"iterations={args.tagger_iterations}", parser, error)
    if error.occurred():
        sys.exit(error.message)
    with open(model_path, "wb") as file:
        file.write(model.encode("latin-1", "surrogateescape") if isinstance(model, str) else bytes(model))


def feature(cells, name):
    for part in cells[5].split("|"):
        if part.startswith(name + "="):
            return part[len(name) + 1:]
    return ""


def subject(rows, finite):
    """The index of the subject of the finite verb, following auxiliaries and coordination, as train/treebank.cpp."""
    verb = finite
    while rows[verb][7].startswith(("aux", "cop")) and rows[verb][6] != "0":
        verb = int(rows[verb][6]) - 1
    for _ in range(4):
        for index, cells in enumerate(rows):
            if cells[6] == str(verb + 1) and cells[7].startswith("nsubj"):
                return index
        if rows[verb][7] != "conj" or rows[verb][6] == "0":
            return None
        verb = int(rows[verb][6]) - 1
    return None


def same_lemma(gold, found):
    gold, found = gold.lower(), found.lower()
    return gold == found or (len(gold) > 3 and len(found) > len(gold) and found.endswith(gold))


def measure_udpipe(args, model_path):
    model = udpipe.Model.load(model_path)
    gold = sentences(args.test)
    copy = os.path.join(args.work, "test.conllu")
    plain(args.test, copy)
    pipeline = udpipe.Pipeline(model, "conllu", "tag", "none" if args.no_parser else "parse", "conllu")
    blocks = open(copy, encoding="utf-8").read().strip().split("\n\n")
    begin, output = time.process_time(), ""
    for at in range(0, len(blocks), CHUNK):
        output += pipeline.process("\n\n".join(blocks[at:at + CHUNK]) + "\n\n")
    seconds = time.process_time() - begin
    path = os.path.join(args.work, "udpipe.conllu")
    open(path, "w", encoding="utf-8").write(output)
    found = sentences(path)
    counts = {name: [0, 0] for name in ("word class", "mood", "lemma", "subject head")}

    def count(name, right):
        counts[name][0] += bool(right)
        counts[name][1] += 1

    for expected, rows in zip(gold, found):
        for index, (want, have) in enumerate(zip(expected, rows)):
            count("word class", want[3] == have[3])
            if want[3] != "PUNCT":
                count("lemma", same_lemma(want[2], have[2]))
            if feature(want, "VerbForm") != "Fin":
                continue
            if feature(have, "VerbForm") == "Fin":
                count("mood", (feature(want, "Mood") or "Ind") == (feature(have, "Mood") or "Ind"))
            head = subject(expected, index)
            if head is not None and not args.no_parser:
                count("subject head", subject(rows, index) == head)
    words = sum(len(rows) for rows in gold)
    print(f"UDPipe 1 (tagger {args.tagger_iterations}, parser {args.parser_iterations} iterations)")
    for name, (right, total) in counts.items():
        if total:
            print(f"  {name:22} {100 * right / total:6.2f} %  ({right} of {total})")
    print(f"  {words / seconds:,.0f} tokens/s, tokens given ({words} words in {seconds:.1f} s)")
    return words / seconds


def measure_ours(args):
    tagger, subjects = (os.path.join(args.work, name) for name in ("tagger.bin", "subjects.bin"))
    run = lambda *command: subprocess.run(command, check=True, capture_output=True, text=True).stdout
    binary = lambda name: os.path.join(args.build, name)
    run(binary("train_tagger"), tagger, "8", "--runs", "3", *args.train)
    run(binary("train_subjects"), subjects, "8", tagger, *args.train)
    print("Quellenlage")
    print(run(binary("evaluate"), "--tagger", tagger, "--subjects", subjects, args.test), end="")
    lines = [json.dumps({"text": " ".join(texts(args.test))}, ensure_ascii=False)] * 10
    path = os.path.join(args.work, "speed.jsonl")
    open(path, "w", encoding="utf-8").write("\n".join(lines) + "\n")
    table = run(binary("annotate_speed"), path, "3")
    print(table, end="")
    return {row.split()[0]: float(row.split()[-1]) for row in table.splitlines()[2:]}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("build")
    p.add_argument("--train", nargs="+", required=True)
    p.add_argument("--test", required=True)
    p.add_argument("--work", required=True)
    p.add_argument("--tagger-iterations", type=int, default=8)
    p.add_argument("--parser-iterations", type=int, default=4)
    p.add_argument("--no-parser", action="store_true")
    p.add_argument("--only-udpipe", action="store_true")
    args = p.parse_args()
    os.makedirs(args.work, exist_ok=True)
    model = os.path.join(args.work, "udpipe.model")
    train_udpipe(args, model)
    theirs = measure_udpipe(args, model)
    if not args.only_udpipe:
        ours = measure_ours(args)["clauses"]
        print(f"speed, tokens to clauses against tags{'' if args.no_parser else ' and tree'}: {ours / theirs:.1f} times")
    used = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    print(f"(user time of this script: {used:.0f} s)", file=sys.stderr)


if __name__ == "__main__":
    main()
