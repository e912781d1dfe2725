/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_APPLICATION (vel_application_get_type ())
G_DECLARE_FINAL_TYPE (VelApplication, vel_application, VEL, APPLICATION, AdwApplication)

/**
 * VelBookOrigin:
 * @VEL_BOOK_OWN: the user's own book, or the one that they opened last
 * @VEL_BOOK_CHOSEN: opened by the user; from now on their own
 * @VEL_BOOK_GIVEN: named on the command line, for this time
 * @VEL_BOOK_SAMPLE: the sample, to look around in
 *
 * How it comes that a book is opened.
 */
typedef enum
{
  VEL_BOOK_OWN,
  VEL_BOOK_CHOSEN,
  VEL_BOOK_GIVEN,
  VEL_BOOK_SAMPLE
} VelBookOrigin;

VelApplication *vel_application_new       (void);
VelBook        *vel_application_get_book  (VelApplication *self);
void            vel_application_open_book (VelApplication *self,
                                           const char     *path,
                                           VelBookOrigin   origin);

G_END_DECLS
