// SPDX-License-Identifier: Apache-2.0
#include "engine/verify.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/hash.h"

namespace ql::engine {
namespace {

constexpr std::string_view kText = "Der Streik endet am Freitag. Die Bahn best\u00e4tigt 1.200 Ausf\u00e4lle.";

/// A folder with one report, and a dossier about it that is right.
class VerifyTest : public testing::Test {
 protected:
  VerifyTest() {
    std::filesystem::create_directories(root_);
    std::ofstream(root_ + "/streik.txt", std::ios::binary) << kText;
  }
  ~VerifyTest() override { std::filesystem::remove_all(root_); }
  VerifyTest(const VerifyTest&) = delete;
  VerifyTest& operator=(const VerifyTest&) = delete;

  static std::string dossier() {
    return R"({"format":"quellenlage-dossier","version":1,"reports":[{"id":"r1","path":"streik.txt",)"
           R"("source":{"container":null,"record":null,"container_range":null,"sha256":")" +
           sha256_hex(kText) + R"(","bytes":)" + std::to_string(kText.size()) +
           R"(,"media_type":"text/plain","encoding":"UTF-8"},"body":[{"begin":0,"end":28}],"story":"s1"}],)"
           R"("actors":[{"id":"a1","mentions":[{"report":"r1","begin":33,"end":37,"text":"Bahn"}]}],)"
           R"("statements":[{"id":"q1","report":"r1","content":[{"begin":0,"end":10,"text":"Der Streik"}],)"
           R"("speaker":{"actor":"a1","also":[]}}],)"
           R"("stories":[{"id":"s1","reports":["r1"],"relations":[{"type":"agrees","from":"q1","to":"q1",)"
           R"("why":{"slots":[{"from":"1","to":"2"}]}}]}]})";
  }

  Verification check(const std::string& json) const {
    const Result<DossierFile> file = DossierFile::parse(json);
    EXPECT_TRUE(file.has_value());
    return verify(file.value(), root_);
  }

  Verification check_with(const std::string& from, const std::string& to) const {
    std::string json = dossier();
    const std::size_t at = json.find(from);
    EXPECT_NE(at, std::string::npos);
    json.replace(at, from.size(), to);
    return check(json);
  }

  /// One folder per test: ctest runs them side by side.
  std::string root_ =
      testing::TempDir() + "ql_verify_test_" + testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(VerifyTest, AcceptsWhatIsRight) {
  const Verification result = check(dossier());
  EXPECT_TRUE(result.failures.empty());
  EXPECT_EQ(result.sources, 1U);
  EXPECT_EQ(result.ranges, 3U);
  EXPECT_GE(result.references, 6U);
}

TEST_F(VerifyTest, NamesEveryKindOfDamage) {
  const struct {
    std::string from, to;
    Fault fault;
    std::string id;
  } cases[] = {
      {"streik.txt", "fehlt.txt", Fault::MissingSource, "r1"},
      {"\"bytes\":", "\"bytes\":1", Fault::WrongHash, "r1"},
      {"\"end\":28", "\"end\":2800", Fault::OutsideFile, "r1"},
      {"\"end\":28", "\"end\":0", Fault::OutsideFile, "r1"},
      {"\"text\":\"Bahn\"", "\"text\":\"Post\"", Fault::WrongText, "a1"},
      {"\"actor\":\"a1\"", "\"actor\":\"a2\"", Fault::UnknownId, "q1"},
      {"\"actor\":\"a1\"", "\"actor\":\"q1\"", Fault::UnknownId, "q1"},
      {"\"to\":\"q1\"", "\"to\":\"f9\"", Fault::UnknownId, "s1"},
      {"\"id\":\"a1\"", "\"id\":\"s1\"", Fault::RepeatedId, "s1"},
      {"\"report\":\"r1\",\"content\"", "\"report\":\"r7\",\"content\"", Fault::UnknownReport, "q1"},
  };
  for (const auto& damage : cases) {
    const Verification result = check_with(damage.from, damage.to);
    const bool found = std::any_of(result.failures.begin(), result.failures.end(), [&](const VerifyFailure& failure) {
      return failure.fault == damage.fault && failure.id == damage.id;
    });
    EXPECT_TRUE(found) << damage.to;
  }
}

TEST_F(VerifyTest, SeesAChangedFile) {
  std::ofstream(root_ + "/streik.txt", std::ios::binary) << "Der Streit endet am Freitag.";
  const Verification result = check(dossier());
  ASSERT_FALSE(result.failures.empty());
  EXPECT_EQ(result.failures.front().fault, Fault::WrongHash);
}

TEST_F(VerifyTest, RefusesOtherJson) {
  EXPECT_FALSE(DossierFile::parse("{\"format\":\"anderes\",\"version\":1}").has_value());
  EXPECT_FALSE(DossierFile::parse("[1,2").has_value());
  EXPECT_EQ(DossierFile::load(root_ + "/fehlt.json").error().code, "dossier.unreadable");
}

}  // namespace
}  // namespace ql::engine
