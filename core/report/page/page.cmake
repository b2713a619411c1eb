# The style and the scripts of the HTML report as C arrays: page_headers. Files are listed in the
# order in which they stand in the page.
set(page_style report.css findings.css child.css media.css)
set(page_scripts data.js element.js csv.js findings.js rules.js child.js start.js)

set(page_folder ${CMAKE_CURRENT_LIST_DIR})
set(page_generated ${CMAKE_CURRENT_BINARY_DIR}/page)
set(page_headers)
foreach(kind style scripts)
  list(TRANSFORM page_${kind} PREPEND ${page_folder}/ OUTPUT_VARIABLE depends)
  string(REPLACE ";" "," names "${page_${kind}}")
  set(header ${page_generated}/html_${kind}.h)
  add_custom_command(OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} -DROOT=${page_folder} -DFILES=${names} -DNAME=page_${kind} -DOUT=${header}
            -P ${PROJECT_SOURCE_DIR}/cmake/EmbedTexts.cmake
    DEPENDS ${depends} ${PROJECT_SOURCE_DIR}/cmake/EmbedTexts.cmake
    COMMENT "Embedding the ${kind} of the HTML report" VERBATIM)
  list(APPEND page_headers ${header})
endforeach()
