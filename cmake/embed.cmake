# SPDX-License-Identifier: Apache-2.0

# ql_embed(module folders...): puts every file below the folders into the read-only data of ql_<module>, under its
# path in the repository. See src/lang/embedded.h.
function(ql_embed module)
  set(assembly "  .section .rodata\n")
  set(externs "")
  set(entries "")
  set(count 0)
  set(all_files "")
  foreach(folder ${ARGN})
    file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/${folder}/*)
    list(FILTER files EXCLUDE REGEX "\\.(md|py)$")
    list(SORT files)
    foreach(file ${files})
      string(APPEND assembly
        "  .balign 16\n  .globl ql_embedded_${count}_begin\nql_embedded_${count}_begin:\n"
        "  .incbin \"${CMAKE_SOURCE_DIR}/${file}\"\n  .globl ql_embedded_${count}_end\nql_embedded_${count}_end:\n  .byte 0\n")
      string(APPEND externs "extern \"C\" const char ql_embedded_${count}_begin[];\nextern \"C\" const char ql_embedded_${count}_end[];\n")
      string(APPEND entries "    {\"${file}\", ql_embedded_${count}_begin, ql_embedded_${count}_end},\n")
      list(APPEND all_files ${CMAKE_SOURCE_DIR}/${file})
      math(EXPR count "${count} + 1")
    endforeach()
  endforeach()
  string(APPEND assembly "  .section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded_data.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded_data.cpp CONTENT
"#include \"lang/embedded_table.h\"\n${externs}namespace ql::lang {
const EmbeddedFile kEmbeddedFiles[] = {\n${entries}    {nullptr, nullptr, nullptr}};
const std::size_t kEmbeddedFileCount = ${count};\n}\n" @ONLY)
  set_source_files_properties(${CMAKE_BINARY_DIR}/embedded_data.S PROPERTIES OBJECT_DEPENDS "${all_files}")
  target_sources(ql_${module} PRIVATE ${CMAKE_BINARY_DIR}/embedded_data.S ${CMAKE_BINARY_DIR}/embedded_data.cpp)
endfunction()
