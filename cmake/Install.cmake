# Program, plugins, schemas, headers, and what plugin authors build with.
include(CMakePackageConfigHelpers)

install(TARGETS statval RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(NOT STATVAL_STATIC_PLUGINS)
  foreach(plugin IN LISTS STATVAL_PLUGINS)
    install(TARGETS statval-plugin-${plugin} LIBRARY DESTINATION ${STATVAL_PLUGIN_DIR})
  endforeach()
endif()
install(DIRECTORY include/statval DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/statval)
file(GLOB man_pages ${CMAKE_CURRENT_SOURCE_DIR}/docs/man/*.1)
install(FILES ${man_pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES completion/statval.bash RENAME statval
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES completion/_statval DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/statval)
configure_package_config_file(cmake/statval-config.cmake.in ${CMAKE_BINARY_DIR}/statval-config.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS CMAKE_INSTALL_INCLUDEDIR STATVAL_PLUGIN_DIR)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/statval-config-version.cmake
  COMPATIBILITY SameMajorVersion)
install(FILES ${CMAKE_BINARY_DIR}/statval-config.cmake ${CMAKE_BINARY_DIR}/statval-config-version.cmake
        cmake/StatvalPlugin.cmake cmake/EmbedSchemas.cmake cmake/plugin.exports
        DESTINATION ${package_dir})
file(RELATIVE_PATH STATVAL_PC_TO_PREFIX /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(cmake/statval.pc.in ${CMAKE_BINARY_DIR}/statval.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/statval.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
