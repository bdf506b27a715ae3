#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes lexicons/html/language_words.tsv: the commonest words of some languages, with how much each speaks for a language.

    language_words.py OWN.tsv lexicons/html/language_words.tsv        needs the package wordfreq (PyPI), 3.1.1

OWN.tsv (train/language_words_own.tsv) holds words of languages that wordfreq does not have, written by hand: form, language. A word's weight
is 10 log10(frequency / 1e-7), at least 0, rounded: what it adds to its language's score. Words that no language uses often are left out.
"""
import re
import sys

import wordfreq

LANGUAGES = "de en fr nl da sv it es pl ru tr".split()
WORDS = 1500        # of each language
FLOOR = 1e-7        # frequency that a word has where it is not listed
OWN_WEIGHT = 60     # of a word written by hand: that of a common function word

HEAD = """# SPDX-License-Identifier: CC-BY-SA-4.0
# The commonest words of some languages and how much each speaks for them: language=weight, weight = 10 log10(frequency / 1e-7).
# Made by train/language_words.py from wordfreq 3.1.1 by Robyn Speer (https://github.com/rspeer/wordfreq); this file, adapted from it, is under
# the same licence, CC BY-SA 4.0 (the rest of the repository is not). Changes: the 1,500 commonest words of 11 languages, frequencies rounded;
# Luxembourgish words (lb) are ours. Attribution as the NOTICE of wordfreq asks: Copyright 2022 Robyn Speer. wordfreq contains data extracted from
# Google Books Ngrams (http://books.google.com/ngrams) and Google Books Syntactic Ngrams
# (http://commondatastorage.googleapis.com/books/syntactic-ngrams/index.html); from the Leeds Internet Corpus, University of Leeds Centre for
# Translation Studies (http://corpus.leeds.ac.uk/list.html); Wikipedia (http://www.wikipedia.org); ParaCrawl (https://paracrawl.eu); OPUS
# OpenSubtitles 2018 (http://opus.nlpl.eu/OpenSubtitles.php), whose data originates from the OpenSubtitles project
# (http://www.opensubtitles.org/); and the SUBTLEX word lists by Marc Brysbaert et al. (http://crr.ugent.be/programs-data/subtitle-frequencies),
# which are freely available data.
# example: "the" en; counter-example: "die" is German, English, Dutch and Danish, but mostly German
form\tlanguages
"""


def weight(frequency):
    return max(0, round(wordfreq_log(frequency)))


def wordfreq_log(frequency):
    import math
    return 10 * math.log10(frequency / FLOOR) if frequency > 0 else 0


def main(own, out):
    tables = {language: wordfreq.get_frequency_dict(language) for language in LANGUAGES}
    words = set()
    for table in tables.values():
        plain = (w for w, _ in sorted(table.items(), key=lambda item: (-item[1], item[0])) if re.fullmatch(r"[^\W\d_]+", w))
        words.update(w for w, _ in zip(plain, range(WORDS)))
    rows = {w: {l: weight(tables[l].get(w, 0)) for l in LANGUAGES} for w in words}
    with open(own, encoding="utf-8") as f:
        for line in f:
            if line.startswith("#") or not line.strip():
                continue
            form, language = line.rstrip("\n").split("\t")
            rows.setdefault(form, {l: weight(tables[l].get(form, 0)) for l in LANGUAGES})[language] = OWN_WEIGHT
    with open(out, "w", encoding="utf-8") as f:
        f.write(HEAD)
        for form in sorted(rows):
            cells = " ".join(f"{l}={v}" for l, v in sorted(rows[form].items()) if v > 0)
            if cells:
                f.write(f"{form}\t{cells}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
