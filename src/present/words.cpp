// SPDX-License-Identifier: Apache-2.0
// One table per enumeration, in the order of its values; the static_asserts tie each table's length to the last
// value, so a new value without a word does not compile. Tested by json_test.cpp.
#include "present/words.h"

#include <array>

#include "base/check.h"

namespace ql::present {
namespace {

template <class Enum, std::size_t Count>
std::string_view pick(const std::array<std::string_view, Count>& words, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  QL_CHECK(index < Count);
  return words[index];
}

template <class Enum>
constexpr std::size_t count_to(Enum last) {
  return static_cast<std::size_t>(last) + 1;
}

using Words = std::string_view;

constexpr std::array kMediaTypes = {Words("text/plain"), Words("text/markdown"), Words("text/html"),
                                    Words("application/json")};
static_assert(kMediaTypes.size() == count_to(ingest::MediaType::Record));

constexpr std::array kFurnitureKinds = {Words("navigation"), Words("teaser"),      Words("credit"),   Words("prompt"),
                                        Words("caption"),    Words("agency_line"), Words("dateline"), Words("metadata"),
                                        Words("duplicate"),  Words("other")};
static_assert(kFurnitureKinds.size() == count_to(clean::FurnitureKind::Other));

constexpr std::array kFoundIn = {Words(""),       Words("container"), Words("json-ld"), Words("meta"),
                                 Words("link"),   Words("time"),      Words("element"), Words("url"),
                                 Words("script"), Words("heading"),   Words("title"),   Words("line"),
                                 Words("by-line")};
static_assert(kFoundIn.size() == count_to(clean::FoundIn::ByLine));

constexpr std::array kVersionStatuses = {Words("current"), Words("superseded"), Words("withdrawn")};
static_assert(kVersionStatuses.size() == count_to(clean::VersionStatus::Withdrawn));

constexpr std::array kReportForms = {Words("plain"), Words("ticker"), Words("digest")};
static_assert(kReportForms.size() == count_to(stories::ReportForm::Digest));

constexpr std::array kEntityTypes = {Words("person"), Words("organisation"), Words("place"),
                                     Words("group"),  Words("document"),     Words("unknown")};
static_assert(kEntityTypes.size() == count_to(annotate::EntityType::Other));

constexpr std::array kMentionForms = {Words("name"),    Words("adjective"),   Words("part"),
                                      Words("demonym"), Words("description"), Words("pronoun")};
static_assert(kMentionForms.size() == count_to(annotate::MentionForm::Pronoun));

constexpr std::array kTimexTypes = {Words("DATE"), Words("TIME"), Words("DURATION"), Words("SET")};
static_assert(kTimexTypes.size() == count_to(annotate::TimexType::Set));

constexpr std::array kHedges = {Words("exact"),     Words("about"),     Words("at_least"), Words("at_most"),
                                Words("more_than"), Words("less_than"), Words("between"),  Words("vague")};
static_assert(kHedges.size() == count_to(annotate::Hedge::Vague));

constexpr std::array kBases = {Words("stated"), Words("metadata"), Words("inferred")};
static_assert(kBases.size() == count_to(Basis::Inferred));

constexpr std::array kSeverities = {Words("note"), Words("warning"), Words("error")};
static_assert(kSeverities.size() == count_to(Severity::Error));

constexpr std::array kStatementKinds = {Words("direct"), Words("indirect"), Words("reported"), Words("mixed"),
                                        Words("author")};
static_assert(kStatementKinds.size() == count_to(claims::StatementKind::Author));

constexpr std::array kCommitments = {Words("asserts"),  Words("confirms"),  Words("denies"),  Words("warns"),
                                     Words("suspects"), Words("announces"), Words("demands"), Words("refuses")};
static_assert(kCommitments.size() == count_to(claims::Commitment::Refuses));

constexpr std::array kFigureRoles = {Words("level"), Words("increment"), Words("part"),
                                     Words("total"), Words("change"),    Words("cap")};
static_assert(kFigureRoles.size() == count_to(claims::FigureRole::Cap));

constexpr std::array kReuseTypes = {Words("copy"), Words("repeats"), Words("shares_text")};
static_assert(kReuseTypes.size() == count_to(stories::ReuseType::SharesText));

constexpr std::array kTraceKinds = {Words("quotation"), Words("name"), Words("figures")};
static_assert(kTraceKinds.size() == count_to(stories::TraceKind::Figures));

constexpr std::array kClaimKinds = {Words("figure"), Words("utterance"), Words("proposition")};
static_assert(kClaimKinds.size() == count_to(compare::ClaimKind::Proposition));

constexpr std::array kClaimStatuses = {Words("single"),   Words("agrees"), Words("evolves"),
                                       Words("differs"),  Words("denied"), Words("denied_then_confirmed"),
                                       Words("confirmed")};
static_assert(kClaimStatuses.size() == count_to(compare::ClaimStatus::Confirmed));

constexpr std::array kRelationTypes = {Words("same_utterance"), Words("agrees"),   Words("refines"),
                                       Words("updates"),        Words("differs"),  Words("differs_scope"),
                                       Words("denies"),         Words("confirms"), Words("retracts")};
static_assert(kRelationTypes.size() == count_to(compare::RelationType::Retracts));

}  // namespace

Words word(ingest::MediaType value) { return pick(kMediaTypes, value); }
Words word(clean::FoundIn value) { return pick(kFoundIn, value); }
Words word(clean::VersionStatus value) { return pick(kVersionStatuses, value); }
Words word(stories::ReportForm value) { return pick(kReportForms, value); }
Words word(clean::FurnitureKind value) { return pick(kFurnitureKinds, value); }
Words word(annotate::EntityType value) { return pick(kEntityTypes, value); }
Words word(annotate::MentionForm value) { return pick(kMentionForms, value); }
Words word(annotate::TimexType value) { return pick(kTimexTypes, value); }
Words word(annotate::Hedge value) { return pick(kHedges, value); }
Words word(Basis value) { return pick(kBases, value); }
Words word(Severity value) { return pick(kSeverities, value); }
Words word(claims::StatementKind value) { return pick(kStatementKinds, value); }
Words word(claims::Commitment value) { return pick(kCommitments, value); }
Words word(claims::FigureRole value) { return pick(kFigureRoles, value); }
Words word(stories::ReuseType value) { return pick(kReuseTypes, value); }
Words word(stories::TraceKind value) { return pick(kTraceKinds, value); }
Words word(compare::ClaimKind value) { return pick(kClaimKinds, value); }
Words word(compare::ClaimStatus value) { return pick(kClaimStatuses, value); }
Words word(compare::RelationType value) { return pick(kRelationTypes, value); }

}  // namespace ql::present
