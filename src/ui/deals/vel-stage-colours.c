/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-stage-colours.h"

#include <glib/gi18n.h>

/* The colours that a stage may have. The book holds the word; what it looks like
 * is told by the style, in light and in dark. */
static const struct
{
  const char *key;
  const char *name;
} colours[VEL_STAGE_N_COLOURS] = {
  { "blue", NC_("colour", "Blue") },
  { "teal", NC_("colour", "Teal") },
  { "violet", NC_("colour", "Violet") },
  { "amber", NC_("colour", "Amber") },
  { "green", NC_("colour", "Green") },
  { "red", NC_("colour", "Red") },
  { "pink", NC_("colour", "Pink") },
  { "grey", NC_("colour", "Grey") },
};

/**
 * vel_stage_colour_key:
 * @index: the number of a colour
 *
 * Returns: what is stored
 */
const char *
vel_stage_colour_key (guint index)
{
  g_return_val_if_fail (index < VEL_STAGE_N_COLOURS, NULL);

  return colours[index].key;
}

/**
 * vel_stage_colour_name:
 * @index: the number of a colour
 *
 * Returns: its name in the language of the interface
 */
const char *
vel_stage_colour_name (guint index)
{
  g_return_val_if_fail (index < VEL_STAGE_N_COLOURS, NULL);

  return g_dpgettext2 (NULL, "colour", colours[index].name);
}

/**
 * vel_stage_colour_find:
 * @key: (nullable): what is stored
 *
 * Returns: the number of the colour; that of grey where there is none
 */
guint
vel_stage_colour_find (const char *key)
{
  for (guint i = 0; i < VEL_STAGE_N_COLOURS; i++)
    if (g_strcmp0 (colours[i].key, key) == 0)
      return i;
  return VEL_STAGE_N_COLOURS - 1;
}

/**
 * vel_stage_colour_paint:
 * @widget: a widget whose style knows the colours
 * @key: (nullable): what is stored
 */
void
vel_stage_colour_paint (GtkWidget  *widget,
                        const char *key)
{
  const guint wanted = vel_stage_colour_find (key);

  for (guint i = 0; i < VEL_STAGE_N_COLOURS; i++)
    if (i == wanted)
      gtk_widget_add_css_class (widget, colours[i].key);
    else
      gtk_widget_remove_css_class (widget, colours[i].key);
}
