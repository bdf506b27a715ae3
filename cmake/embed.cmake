# SPDX-License-Identifier: Apache-2.0

# ql_embed(module FOLDERS folders... GENERATED name=file...): puts every file below the folders into the read-only
# data of ql_<module>, under its path in the repository, and every generated file under its name.
# See src/lang/embedded.h.
function(ql_embed module)
  cmake_parse_arguments(arg "" "" "FOLDERS;GENERATED" ${ARGN})
  set(pairs "")
  foreach(folder ${arg_FOLDERS})
    file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/${folder}/*)
    list(FILTER files EXCLUDE REGEX "\\.(md|py)$")
    foreach(file ${files})
      list(APPEND pairs "${file}=${CMAKE_SOURCE_DIR}/${file}")
    endforeach()
  endforeach()
  list(APPEND pairs ${arg_GENERATED})
  list(SORT pairs)

  set(assembly "  .section .rodata\n")
  set(declarations "")
  set(entries "")
  set(all_files "")
  set(count 0)
  foreach(pair ${pairs})
    string(REGEX MATCH "^([^=]*)=(.*)$" unused "${pair}")
    set(symbol "ql_embedded_${count}")
    string(APPEND assembly
      "  .balign 16\n  .globl ${symbol}_begin\n${symbol}_begin:\n  .incbin \"${CMAKE_MATCH_2}\"\n"
      "  .globl ${symbol}_end\n${symbol}_end:\n  .byte 0\n")
    string(APPEND declarations "extern \"C\" const char ${symbol}_begin[];\nextern \"C\" const char ${symbol}_end[];\n")
    set(name "${CMAKE_MATCH_1}")
    set(file "${CMAKE_MATCH_2}")
    set(sha256 "")
    if(name MATCHES "^models/")  # the dossier names the models by their hash; hashing them at each start takes longer
      file(SHA256 ${file} sha256)
      set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    endif()
    string(APPEND entries "    {\"${name}\", ${symbol}_begin, ${symbol}_end, \"${sha256}\"},\n")
    list(APPEND all_files ${file})
    math(EXPR count "${count} + 1")
  endforeach()
  string(APPEND assembly "  .section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded_data.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/embedded_data.cpp CONTENT
"#include \"lang/embedded_table.h\"\n${declarations}namespace ql::lang {
const EmbeddedFile kEmbeddedFiles[] = {\n${entries}    {nullptr, nullptr, nullptr, nullptr}};
const std::size_t kEmbeddedFileCount = ${count};\n}\n" @ONLY)
  set_source_files_properties(${CMAKE_BINARY_DIR}/embedded_data.S PROPERTIES OBJECT_DEPENDS "${all_files}")
  target_sources(ql_${module} PRIVATE ${CMAKE_BINARY_DIR}/embedded_data.S ${CMAKE_BINARY_DIR}/embedded_data.cpp)
endfunction()
