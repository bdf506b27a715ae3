# SPDX-License-Identifier: Apache-2.0

# Warnings as errors for our own code only.
function(ql_compile_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # GCC 12's std::stable_sort calls its own deprecated get_temporary_buffer; clang reports it at our call.
    target_compile_options(${target} PRIVATE -Wno-deprecated-declarations)
  endif()
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src)
endfunction()

# ql_module(name [DEPENDS modules...] [LINK libraries...]): the library ql_<name> from src/<name>/*.cpp and the
# test program <name>_tests from src/<name>/*_test.cpp.
function(ql_module name)
  cmake_parse_arguments(arg "" "" "DEPENDS;LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|bench|fuzz)\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  add_library(ql_${name} STATIC ${sources})
  ql_compile_options(ql_${name})
  target_include_directories(ql_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  list(TRANSFORM arg_DEPENDS PREPEND ql_)
  target_link_libraries(ql_${name} PUBLIC ${arg_DEPENDS} ${arg_LINK})
  if(QL_TESTS AND tests)
    add_executable(${name}_tests ${tests})
    ql_compile_options(${name}_tests)
    target_link_libraries(${name}_tests PRIVATE ql_${name} GTest::gtest_main GTest::gmock)
    gtest_discover_tests(${name}_tests DISCOVERY_TIMEOUT 60)
  endif()
  if(QL_FUZZ)
    ql_fuzz_targets(${name})
  endif()
endfunction()

# Each src/<name>/x_fuzz.cpp becomes the libFuzzer program x_fuzz (preset "fuzz").
function(ql_fuzz_targets name)
  file(GLOB fuzzers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*_fuzz.cpp)
  foreach(source ${fuzzers})
    get_filename_component(target ${source} NAME_WE)
    add_executable(${target} ${source})
    ql_compile_options(${target})
    target_link_libraries(${target} PRIVATE ql_${name})
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
  endforeach()
endfunction()

# ql_bench(name LIBRARIES...): the measuring program <name> from <name>.cpp of the calling folder (option QL_BENCH).
function(ql_bench name)
  add_executable(${name} ${name}.cpp)
  ql_compile_options(${name})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/bench)
  target_link_libraries(${name} PRIVATE ${ARGN} simdjson::simdjson)
endfunction()
