/* Reference data of returns, with a small return that they are for. The first byte says what they
 * are (file_kinds.h). */
#include <stdlib.h>
#include <string.h>

#include "../submission.h"

#define YJ_RETURN                                                                                  \
    "\x04"                                                                                         \
    "\x10"                                                                                         \
    "\x01o<YouthJusticeReturn FormatVersion=\"1.0\"><Child><PersonDetails><CurrentYOTID>A"         \
    "</CurrentYOTID></PersonDetails><Offence><OffenceID>O</OffenceID><CJSCode>AA1</CJSCode>"       \
    "</Offence></Child></YouthJusticeReturn>\x1e"

#define SSDA903_RETURN                                                                             \
    "\x03"                                                                                         \
    "\x10"                                                                                         \
    "\x01oCHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"  \
    "URN,SW_ID,SW_DECOM,SW_DEC,SW_REASON,REC\n"                                                    \
    "A,10/06/2025,S,C2,N1,U1,PR1,,,QA1 0AA,QA9 0AA,9900101,W1,10/06/2025,,MANAGE,\n\x1e"

static void with_return(const char *return_id, const char *start, size_t start_length,
                        const uint8_t *bytes, size_t length)
{
    uint8_t *input = mem_new(start_length + length, 1);
    memcpy(input, start, start_length);
    memcpy(input + start_length, bytes, length);
    fuzz_submission(return_id, input, start_length + length);
    free(input);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (length == 0)
        return 0;
    if (bytes[0] == 'g' || bytes[0] == 'c')
        with_return("yj", YJ_RETURN, sizeof(YJ_RETURN) - 1, bytes, length);
    else
        with_return("ssda903", SSDA903_RETURN, sizeof(SSDA903_RETURN) - 1, bytes, length);
    return 0;
}
