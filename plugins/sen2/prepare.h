/* What is noted in the records before the rules run. */
#ifndef SEN2_PREPARE_H
#define SEN2_PREPARE_H

#include <statval/plugin.h>

/** Notes for each person by what it is called, for each request what hangs on it, which plans and
 *  placements are there on the census day, and plans and placements in the order of time. */
void prepare_sen2(const struct sv_context *ctx);

/** For sv_plugin.prepare_subject. */
void prepare_sen2_person(const struct sv_context *ctx, const struct sv_row *person);

#endif
