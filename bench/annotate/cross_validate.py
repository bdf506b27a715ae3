#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The close reading measured without training on what is measured.

    cross_validate.py BUILD SHARED [--folds 5]

HDT excerpt: contiguous parts, each measured with models trained on GSD dev and the other parts; counts are added up.
GSD dev likewise, trained on the HDT excerpt and the other parts. GSD test: trained on GSD dev and the HDT excerpt with
the conventions of HDT, as shipped. The tagger keeps the other treebank's conventions apart.
BUILD holds train_tagger, train_subjects and evaluate (configure with -DQL_TRAIN=ON). Deterministic; a minute.
"""
import argparse
import collections
import os
import re
import subprocess
import tempfile

COUNT = re.compile(r"^  (.{22}) +\S+ %  \((\d+) of (\d+)\)$")


TRAIN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../train")
OWN, VERB_FORMS = os.path.join(TRAIN, "own_sentences.conllu"), os.path.join(TRAIN, "verb_forms.tsv")


class Measurer:
    def __init__(self, build, work):
        self.build, self.work = build, work

    def run(self, program, *arguments):
        command = [os.path.join(self.build, program), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def measure(self, training, test, apart=()):
        """Counts of each measure on `test` with models trained as train/train_words.sh does, on `training` and, for
        the tagger with the other conventions kept apart, on `apart`."""
        tagger, subjects = (os.path.join(self.work, name) for name in ("tagger.bin", "subjects.bin"))
        other = ["--apart", *apart] if apart else []
        self.run("train_tagger", tagger, "8", "--runs", "3", "--verb-forms", VERB_FORMS, *training, OWN, *other)
        self.run("train_subjects", subjects, "8", tagger, *training, OWN, *apart)
        return self.run("evaluate", "--tagger", tagger, "--subjects", subjects, test)


def read_blocks(path):
    with open(path, encoding="utf-8") as file:
        return file.read().strip().split("\n\n")


def write_blocks(path, blocks):
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n\n".join(blocks) + "\n\n")
    return path


def fold(measurer, treebank, others, folds):
    blocks, total = read_blocks(treebank), collections.OrderedDict()
    for k in range(folds):
        begin, end = len(blocks) * k // folds, len(blocks) * (k + 1) // folds
        test = write_blocks(os.path.join(measurer.work, "test.conllu"), blocks[begin:end])
        rest = write_blocks(os.path.join(measurer.work, "rest.conllu"), blocks[:begin] + blocks[end:])
        for line in measurer.measure([rest], test, others).splitlines():
            if match := COUNT.match(line):
                right, count = total.get(match[1].strip(), (0, 0))
                total[match[1].strip()] = (right + int(match[2]), count + int(match[3]))
    return total


def print_counts(title, total):
    print(title)
    for name, (right, count) in total.items():
        if count:
            print(f"  {name:26} {100 * right / count:6.2f} %  ({right} of {count})")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("build")
    p.add_argument("shared")
    p.add_argument("--folds", type=int, default=5)
    args = p.parse_args()
    gsd_dev, gsd_test = (f"{args.shared}/data/ud-german-gsd/de_gsd-ud-{part}.conllu" for part in ("dev", "test"))
    hdt = f"{args.shared}/data/ud-german-hdt-excerpt/dev.bugs.conllu"
    with tempfile.TemporaryDirectory() as work:
        measurer = Measurer(args.build, work)
        print_counts(f"HDT excerpt, {args.folds}-fold", fold(measurer, hdt, [gsd_dev], args.folds))
        print_counts(f"GSD dev, {args.folds}-fold", fold(measurer, gsd_dev, [hdt], args.folds))
        print("GSD test, trained on GSD dev and the HDT excerpt")
        print("\n".join(measurer.measure([hdt], gsd_test, [gsd_dev]).splitlines()[1:]))


if __name__ == "__main__":
    main()
