#include "codes.h"

YJ_CODE_LISTS(SV_DEFINE_CODES)
