#include "codes.h"

SEN2_CODE_LISTS(SV_DEFINE_CODES)
