#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# From the treebanks to models/de-tagger.bin and models/de-subjects.bin: train/train_words.sh BUILD SHARED [OUT]
# BUILD holds train_tagger and train_subjects (configure with -DQL_TRAIN=ON). The same data give the same bytes. Two
# minutes. HDT comes first: GSD has other conventions for names and participles, so it trains the tagger "apart".
set -euo pipefail
build=$1 shared=$2 here=$(cd "$(dirname "$0")" && pwd)
out=${3:-$here/../models}
gsd=$shared/data/ud-german-gsd/de_gsd-ud-dev.conllu
hdt=$shared/data/ud-german-hdt-excerpt/dev.bugs.conllu
own=$here/own_sentences.conllu
"$build/train_tagger" "$out/de-tagger.bin" 8 --runs 3 --verb-forms "$here/verb_forms.tsv" "$hdt" "$own" --apart "$gsd"
"$build/train_subjects" "$out/de-subjects.bin" 8 "$out/de-tagger.bin" "$hdt" "$own" "$gsd"
sha256sum "$out/de-tagger.bin" "$out/de-subjects.bin"
