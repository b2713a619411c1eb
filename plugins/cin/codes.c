#include "codes.h"

CIN_CODE_LISTS(SV_DEFINE_CODES)
