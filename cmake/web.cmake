# SPDX-License-Identifier: Apache-2.0

# The page's script and style: npm packages by lock file, bundled at build time into one HTML template, so that users
# need no Node. -DQL_PAGE=FILE takes a template that was built elsewhere.
set(QL_PAGE "" CACHE FILEPATH "Prebuilt page template (web/build.mjs); empty = build it with npm")
if(NOT QL_PAGE)
  find_program(NPM npm REQUIRED)
  set(QL_PAGE_FILE ${CMAKE_BINARY_DIR}/web/page.html)
  file(GLOB web_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/src/*)
  add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/web/npm.stamp
    COMMAND ${NPM} ci --no-audit --no-fund --loglevel=error
    COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/web/npm.stamp
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/web
    DEPENDS ${CMAKE_SOURCE_DIR}/web/package-lock.json COMMENT "web: packages")
  add_custom_command(
    OUTPUT ${QL_PAGE_FILE} COMMAND ${NPM} run --silent build -- ${QL_PAGE_FILE}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/web
    DEPENDS ${web_sources} ${CMAKE_SOURCE_DIR}/web/build.mjs ${CMAKE_BINARY_DIR}/web/npm.stamp COMMENT "web: page")
  add_custom_target(web_page DEPENDS ${QL_PAGE_FILE})
else()
  set(QL_PAGE_FILE ${QL_PAGE})
  add_custom_target(web_page)
endif()
