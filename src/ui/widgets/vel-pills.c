/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-pills.h"

#include "vel-pill.h"

/**
 * VelPills:
 *
 * Words side by side, each on a tinted ground: as many as there is room for,
 * and the number of those for which there is none. How much room it asks for
 * does not depend on the words, so that a list may show others in it without
 * being laid out anew. It only shows them; VelChips is where words are edited.
 */
struct _VelPills
{
  GtkWidget  parent_instance;

  GPtrArray *pills;      /* (owned) (element-type VelPill): the children, of which the first show words */
  GtkWidget *more;       /* the child that says how many are left out */
  guint      n_words;
  guint      nat_chars;  /* how wide it would like to be, in letters */
};

/* Nobody reads more in a row, and "+9" then says the same. */
#define MAX_PILLS 12

#define SPACING 4

G_DEFINE_FINAL_TYPE (VelPills, vel_pills, GTK_TYPE_WIDGET)

static void
vel_pills_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  VelPills *self = VEL_PILLS (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (self->more, orientation, -1, minimum, natural, NULL, NULL);
    }
  else
    {
      PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);

      *minimum = 0;
      *natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics) * self->nat_chars);
      pango_font_metrics_unref (metrics);
    }
}

/* How many words there is room for, with the note of what is left out where some are. */
static guint
count_fitting (VelPills *self,
               int       room)
{
  int x = 0;
  guint fitting = 0;
  int more;

  while (fitting < self->n_words && fitting < self->pills->len)
    {
      x += vel_pill_get_width (g_ptr_array_index (self->pills, fitting));
      if (x > room)
        break;
      x += SPACING;
      fitting++;
    }
  if (fitting == self->n_words)
    return fitting;
  vel_pill_set (VEL_PILL (self->more), "+99", NULL);
  more = vel_pill_get_width (VEL_PILL (self->more));
  for (x = 0, fitting = 0; fitting < self->n_words && fitting < self->pills->len; fitting++)
    {
      x += vel_pill_get_width (g_ptr_array_index (self->pills, fitting)) + SPACING;
      if (x + more > room)
        break;
    }
  /* The first shows what it can of itself. */
  return MAX (fitting, 1);
}

static void
place (VelPills  *self,
       GtkWidget *pill,
       int        x,
       int        width,
       int        height)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int pill_height;

  gtk_widget_set_child_visible (pill, width > 0);
  gtk_widget_measure (pill, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (pill, GTK_ORIENTATION_VERTICAL, -1, &pill_height, NULL, NULL, NULL);
  if (width > 0)
    gtk_widget_size_allocate (pill, &(GtkAllocation) {
      rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x, (height - pill_height) / 2, width, pill_height
    }, -1);
}

static void
vel_pills_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  VelPills *self = VEL_PILLS (widget);
  const guint fitting = count_fitting (self, width);
  int room = width;
  int more = 0;
  int x = 0;

  if (fitting < self->n_words)
    {
      char text[16];

      g_snprintf (text, sizeof (text), "+%u", self->n_words - fitting);
      vel_pill_set (VEL_PILL (self->more), text, NULL);
      more = vel_pill_get_width (VEL_PILL (self->more));
      room = MAX (width - more - SPACING, 0);
    }
  for (guint i = 0; i < self->pills->len; i++)
    {
      GtkWidget *pill = g_ptr_array_index (self->pills, i);
      const int wanted = i < fitting ? vel_pill_get_width (VEL_PILL (pill)) : 0;
      const int given = CLAMP (wanted, 0, MAX (room - x, 0));

      place (self, pill, x, given, height);
      x += given > 0 ? given + SPACING : 0;
    }
  place (self, self->more, x, MIN (more, MAX (width - x, 0)), height);
}

static void
vel_pills_dispose (GObject *object)
{
  VelPills *self = VEL_PILLS (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->pills, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vel_pills_parent_class)->dispose (object);
}

static void
vel_pills_finalize (GObject *object)
{
  g_clear_pointer (&VEL_PILLS (object)->pills, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_pills_parent_class)->finalize (object);
}

static void
vel_pills_class_init (VelPillsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_pills_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_pills_finalize;
  widget_class->measure = vel_pills_measure;
  widget_class->size_allocate = vel_pills_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
vel_pills_init (VelPills *self)
{
  self->pills = g_ptr_array_new ();
  self->more = vel_pill_new ();
  gtk_widget_set_child_visible (self->more, FALSE);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * vel_pills_new:
 * @nat_chars: how wide it would like to be, in letters
 *
 * Returns: (transfer full): pills without words
 */
GtkWidget *
vel_pills_new (guint nat_chars)
{
  VelPills *self = g_object_new (VEL_TYPE_PILLS, NULL);

  self->nat_chars = nat_chars;
  return GTK_WIDGET (self);
}

static void
set_pill (VelPills   *self,
          guint       i,
          const char *word,
          const char *style)
{
  if (i >= MAX_PILLS)
    return;
  if (i == self->pills->len)
    {
      GtkWidget *pill = vel_pill_new ();

      gtk_widget_set_child_visible (pill, FALSE);
      gtk_widget_insert_before (pill, GTK_WIDGET (self), self->more);
      g_ptr_array_add (self->pills, pill);
    }
  vel_pill_set (g_ptr_array_index (self->pills, i), word, style);
}

static void
set_n_words (VelPills   *self,
             guint       n_words,
             const char *said)
{
  self->n_words = n_words;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * vel_pills_set_words:
 * @self: pills
 * @words: what they say
 */
void
vel_pills_set_words (VelPills           *self,
                     const char * const *words)
{
  const guint n_words = g_strv_length ((GStrv) words);
  g_autofree char *said = NULL;

  g_return_if_fail (VEL_IS_PILLS (self));

  /* Most have none, before and after. */
  if (n_words == 0 && self->n_words == 0)
    return;
  for (guint i = 0; i < n_words; i++)
    set_pill (self, i, words[i], NULL);
  said = g_strjoinv (", ", (GStrv) words);
  set_n_words (self, n_words, said);
}

/**
 * vel_pills_set_word:
 * @self: pills
 * @word: (nullable): the one thing they say
 * @style: (nullable): the style class of its tint
 */
void
vel_pills_set_word (VelPills   *self,
                    const char *word,
                    const char *style)
{
  g_return_if_fail (VEL_IS_PILLS (self));

  if (word != NULL)
    set_pill (self, 0, word, style);
  set_n_words (self, word != NULL, word != NULL ? word : "");
}

/**
 * vel_pills_show_all:
 * @self: pills
 *
 * Returns: whether there is room for all that they say
 */
gboolean
vel_pills_show_all (VelPills *self)
{
  const int room = gtk_widget_get_width (GTK_WIDGET (self));

  g_return_val_if_fail (VEL_IS_PILLS (self), FALSE);

  return self->n_words == 0 || (count_fitting (self, room) == self->n_words &&
                                (self->n_words > 1 || vel_pill_get_width (g_ptr_array_index (self->pills, 0)) <= room));
}
