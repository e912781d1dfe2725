/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-deal-marks.h"

G_BEGIN_DECLS

/**
 * VelFaceText:
 * @VEL_FACE_TITLE: what the deal is, first
 * @VEL_FACE_CUSTOMER: below, small
 * @VEL_FACE_CLOSE: beside the customer, at the end
 * @VEL_FACE_AMOUNT: below
 * @VEL_FACE_DAYS: beside the amount, at the end, small
 * @VEL_FACE_NEXT_STEP: last, small, after a mark
 *
 * What can be read on the face of a card.
 */
typedef enum
{
  VEL_FACE_TITLE,
  VEL_FACE_CUSTOMER,
  VEL_FACE_CLOSE,
  VEL_FACE_AMOUNT,
  VEL_FACE_DAYS,
  VEL_FACE_NEXT_STEP,
  VEL_N_FACE_TEXTS
} VelFaceText;

#define VEL_TYPE_BOARD_FACE (vel_board_face_get_type ())
G_DECLARE_FINAL_TYPE (VelBoardFace, vel_board_face, VEL, BOARD_FACE, GtkWidget)

GtkWidget *vel_board_face_new       (void);
void       vel_board_face_set_text  (VelBoardFace *self,
                                     VelFaceText   which,
                                     const char   *text);
void       vel_board_face_set_marks (VelBoardFace *self,
                                     VelDealMarks  marks);

G_END_DECLS
