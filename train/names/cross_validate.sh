#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# cross_validate.sh CORPUS: five-fold cross-validation of the name tagger on one corpus (a folder with reports.jsonl and
# gold.jsonl, as names/smartdata-train); prints the check of each fold. Needs build/release/train_names (train.sh).
set -eu
corpus=$1
cd "$(dirname "$0")/../.."
folds=$(mktemp -d)
trap 'rm -rf "$folds"' EXIT
for fold in 0 1 2 3 4; do
  mkdir "$folds/train" "$folds/test"
  for file in reports.jsonl gold.jsonl; do
    awk -v k=$fold '(NR - 1) % 5 != k' "$corpus/$file" >"$folds/train/$file"
    awk -v k=$fold '(NR - 1) % 5 == k' "$corpus/$file" >"$folds/test/$file"
  done
  build/release/train_names "$folds/model.bin" "$folds/train" 2>/dev/null
  echo "fold $fold"
  build/release/train_names --check "$folds/model.bin" "$folds/test" 2>/dev/null
  rm -r "$folds/train" "$folds/test"
done
