#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# train.sh DATA BENCH: rebuilds the gazetteers and the name tagger in models/de from the folders with the source data
# (gazetteers/, lexicon-de/, wordfreq/) and with the corpora (names/germeval-train, names/germeval-dev).
set -eu
data=$1
bench=$2
cd "$(dirname "$0")/../.."
python3 train/names/build_gazetteer.py "$data" lexicons/de models/de
cmake --preset release -DQL_TRAIN=ON >/dev/null
cmake --build --preset release --target train_names
build/release/train_names models/de/names.bin "$bench/names/germeval-train"
build/release/train_names --check models/de/names.bin "$bench/names/germeval-dev"
