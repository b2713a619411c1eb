# Compiler and linker options for everything in the project.
set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

add_library(statval-options INTERFACE)
target_compile_options(statval-options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla -Wstrict-prototypes -Wmissing-prototypes
  -fstack-protector-strong "-fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=")

target_link_options(statval-options INTERFACE -Wl,-z,relro,-z,now)
if(STATVAL_WERROR)
  target_compile_options(statval-options INTERFACE -Werror)
endif()
if(STATVAL_SANITIZE)
  target_compile_options(statval-options INTERFACE
    -fsanitize=${STATVAL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(statval-options INTERFACE -fsanitize=${STATVAL_SANITIZE})
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_definitions(statval-options INTERFACE _FORTIFY_SOURCE=2)
endif()
if(STATVAL_FUZZ)
  target_compile_options(statval-options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(STATVAL_COVERAGE)
  target_compile_options(statval-options INTERFACE -Og --coverage -fprofile-update=atomic)
  target_link_options(statval-options INTERFACE --coverage)
endif()
include(CheckPIESupported)
check_pie_supported(LANGUAGES C)

# Only glibc can be stood before; sanitizers stand there already.
include(CheckFunctionExists)
check_function_exists(__libc_malloc STATVAL_HAS_GLIBC_MALLOC)
if(STATVAL_HAS_GLIBC_MALLOC AND NOT STATVAL_SANITIZE)
  set(STATVAL_OWN_ALLOCATION ON)
endif()
