/* The check letter of unique pupil numbers. */
#ifndef STATVAL_UPN_H
#define STATVAL_UPN_H

/**
 * The letter that must stand first in a unique pupil number, computed from characters 2 to 13:
 * eleven digits and a digit or letter (temporary number). 0 when the text has not that form.
 *
 * Source: Department for Education, "Unique pupil numbers: a guide for schools and local
 * authorities", method of the check letter: weights 2 to 13, remainder by 23, letters without I, O
 * and S; the last letter of a temporary number counts with its place among these letters.
 */
char upn_check_letter(const char *upn);

#endif
