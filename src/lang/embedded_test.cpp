// SPDX-License-Identifier: Apache-2.0
#include "lang/embedded.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/hash.h"
#include "lang/embedded_models.h"

namespace ql::lang {
namespace {

TEST(Embedded, EveryFileIsThereByteForByte) {
  for (std::string_view path : embedded_paths()) {
    if (path == "web/page.html") {  // generated; the place for the data must be in it
      EXPECT_NE(embedded_file(path).find("QL_DATA"), std::string_view::npos);
      continue;
    }
    std::ifstream file(std::string(QL_SOURCE_DIR "/") + std::string(path), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    EXPECT_EQ(embedded_file(path), bytes.str()) << path;
  }
  EXPECT_FALSE(embedded_paths().empty());
}

TEST(Embedded, ModelsAreNamedByTheirHash) {
  const std::vector<EmbeddedModel> models = embedded_models();
  ASSERT_FALSE(models.empty());
  for (const EmbeddedModel& model : models) {
    EXPECT_TRUE(model.path.starts_with("models/"));
    EXPECT_EQ(model.sha256, sha256_hex(embedded_file(model.path))) << model.path;
  }
}

}  // namespace
}  // namespace ql::lang
