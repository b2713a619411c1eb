# statval_add_plugin(ID SOURCES source... SCHEMAS file... [SCHEMA_ROOT folder])
#
# Builds a plugin: a shared object that exports its descriptor and nothing else, or, with
# STATVAL_STATIC_PLUGINS, an object library that is linked into the program. The schema files are
# put into the plugin; their names are the paths below SCHEMA_ROOT (default: <source>/schemas).

set(STATVAL_CMAKE_DIR ${CMAKE_CURRENT_LIST_DIR})

# Makes schemas.h, which holds the files as arrays, when one of them has changed.
function(statval_embed_schemas ID ROOT FILES OUT)
  set(depends)
  foreach(file IN LISTS FILES)
    list(APPEND depends ${ROOT}/${file})
  endforeach()
  string(REPLACE ";" "," names "${FILES}")
  add_custom_command(OUTPUT ${OUT}
    COMMAND ${CMAKE_COMMAND} -DROOT=${ROOT} -DFILES=${names} -DOUT=${OUT}
            -P ${STATVAL_CMAKE_DIR}/EmbedSchemas.cmake
    DEPENDS ${depends} ${STATVAL_CMAKE_DIR}/EmbedSchemas.cmake
    COMMENT "Embedding the schemas of ${ID}" VERBATIM)
endfunction()

function(statval_add_plugin ID)
  cmake_parse_arguments(ARG "" "SCHEMA_ROOT" "SOURCES;SCHEMAS" ${ARGN})
  if(NOT ARG_SCHEMA_ROOT)
    set(ARG_SCHEMA_ROOT ${CMAKE_SOURCE_DIR}/schemas)
  endif()
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/${ID}-generated)
  statval_embed_schemas(${ID} ${ARG_SCHEMA_ROOT} "${ARG_SCHEMAS}" ${generated}/schemas.h)
  set(target statval-plugin-${ID})
  if(STATVAL_STATIC_PLUGINS)
    add_library(${target} OBJECT ${ARG_SOURCES} ${generated}/schemas.h)
    target_compile_definitions(${target} PRIVATE STATVAL_STATIC_PLUGINS)
  else()
    add_library(${target} MODULE ${ARG_SOURCES} ${generated}/schemas.h)
    set_target_properties(${target} PROPERTIES PREFIX "" OUTPUT_NAME ${ID})
    # The descriptor is exported; the ends of the section of rules, for one, are not.
    set(exports ${STATVAL_CMAKE_DIR}/plugin.exports)
    target_link_options(${target} PRIVATE -Wl,-z,relro,-z,now "-Wl,--version-script=${exports}")
    set_target_properties(${target} PROPERTIES LINK_DEPENDS ${exports})
    if(NOT STATVAL_SANITIZE)
      target_link_options(${target} PRIVATE -Wl,--no-undefined)
    endif()
  endif()
  target_include_directories(${target} PRIVATE ${generated})
  target_compile_definitions(${target} PRIVATE STATVAL_PLUGIN_ID=${ID})
  set_target_properties(${target} PROPERTIES C_STANDARD 11 C_VISIBILITY_PRESET hidden)
  if(TARGET statval::plugin)
    target_link_libraries(${target} PRIVATE statval::plugin)
  endif()
endfunction()
