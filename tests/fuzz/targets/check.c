/* The whole way of a submission of one return (FUZZ_RETURN), from bytes to reports and figures. */
#include "../submission.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    fuzz_submission(FUZZ_RETURN, bytes, length);
    return 0;
}
