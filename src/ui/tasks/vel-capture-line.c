/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-line-private.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-doing.h"
#include "vel-task.h"
#include "vel-wrap-layout.h"

/**
 * VelCaptureLine:
 *
 * One line in which a task is typed: "tomorrow 2pm call Smith Ltd". What is
 * understood of it stands below as chips while one types: the day, the time, the
 * repeat, the customer, that it will ring. Each can be taken off, by pointer and
 * by keyboard; its words then stay in the title. What looks like a day and is
 * none is told below. Enter adds the task and leaves the line empty for the next
 * one; Escape empties it.
 */

enum { PROP_0, PROP_BOOK, PROP_CAN_ADD, N_PROPS };
enum { ADDED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelCaptureLine, vel_capture_line, GTK_TYPE_WIDGET)

const char *
vel_capture_line_get_text (VelCaptureLine *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

gboolean
vel_capture_line_is_blank (VelCaptureLine *self)
{
  g_autofree char *text = g_strstrip (g_strdup (vel_capture_line_get_text (self)));

  return *text == '\0';
}

void
vel_capture_line_set_can_add (VelCaptureLine *self,
                              gboolean        can_add)
{
  if (self->can_add == can_add)
    return;
  self->can_add = can_add;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_ADD]);
}

/* Reads the line anew. */
void
vel_capture_line_read (VelCaptureLine *self)
{
  self->adds_then = FALSE;
  self->misses_title = FALSE;
  vel_capture_line_parse (self);
  vel_capture_line_look (self);
  vel_capture_line_refresh (self);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  VelCaptureLine *self = VEL_CAPTURE_LINE (object);
  g_autofree char *text = user_data;
  g_autoptr(VelCommit) commit = vel_doing_commit_finish (GTK_WIDGET (object), result, NULL);

  if (commit != NULL)
    g_signal_emit (self, signals[ADDED], 0, g_array_index (commit->ids, gint64, 0));
  else if (self->entry != NULL && vel_capture_line_is_blank (self))
    /* It was given up; what was typed is not lost. */
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static VelChange *
make_change (VelCaptureLine *self)
{
  const gint64 deal = vel_capture_line_has_subject (self) ? self->deal : 0;
  gint64 task;
  VelChange *change = vel_task_from_capture (self->capture, vel_capture_line_get_customer (self), deal, &task);

  if (self->is_silent && self->capture->due != NULL)
    vel_change_set_text (change, &vel_task_entity, task, "reminder", "none");
  return change;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                VelCaptureLine        *self)
{
  if (key != GDK_KEY_Escape || *vel_capture_line_get_text (self) == '\0')
    return GDK_EVENT_PROPAGATE;
  vel_capture_line_clear (self);
  return GDK_EVENT_STOP;
}

static void
vel_capture_line_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VelCaptureLine *self = VEL_CAPTURE_LINE (object);

  switch (id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;

    case PROP_CAN_ADD:
      g_value_set_boolean (value, self->can_add);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vel_capture_line_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_BOOK:
      vel_capture_line_set_book (VEL_CAPTURE_LINE (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
vel_capture_line_grab_focus (GtkWidget *widget)
{
  return gtk_entry_grab_focus_without_selecting (GTK_ENTRY (VEL_CAPTURE_LINE (widget)->entry));
}

static void
vel_capture_line_dispose (GObject *object)
{
  VelCaptureLine *self = VEL_CAPTURE_LINE (object);
  GtkWidget *child;

  vel_capture_line_stop_looking (self);
  g_clear_object (&self->book);
  g_clear_object (&self->subject);
  self->entry = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vel_capture_line_parent_class)->dispose (object);
}

static void
vel_capture_line_finalize (GObject *object)
{
  VelCaptureLine *self = VEL_CAPTURE_LINE (object);

  g_clear_pointer (&self->capture, vel_capture_free);
  g_clear_pointer (&self->captured, vel_captured_free);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->nobody, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_capture_line_parent_class)->finalize (object);
}

static void
vel_capture_line_class_init (VelCaptureLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vel_capture_line_get_property;
  object_class->set_property = vel_capture_line_set_property;
  object_class->dispose = vel_capture_line_dispose;
  object_class->finalize = vel_capture_line_finalize;
  widget_class->grab_focus = vel_capture_line_grab_focus;

  /**
   * VelCaptureLine:book:
   *
   * The book into which tasks go.
   */
  properties[PROP_BOOK] = g_param_spec_object ("book", NULL, NULL, VEL_TYPE_BOOK,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * VelCaptureLine:can-add:
   *
   * Whether there is something to add.
   */
  properties[PROP_CAN_ADD] = g_param_spec_boolean ("can-add", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VelCaptureLine::added:
   * @self: a line
   * @id: the new task
   */
  signals[ADDED] = g_signal_new ("added", VEL_TYPE_CAPTURE_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "vel-capture-line");
}

static void
make_entry (VelCaptureLine *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "list-add-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("tomorrow 2pm call Smith Ltd"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New task"), -1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 40);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (vel_capture_line_read), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (vel_capture_line_add), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
}

static void
make_foot (VelCaptureLine *self)
{
  static const char * const styles[N_CHIPS] = {
    [CHIP_DAY] = "vel-blue", [CHIP_TIME] = "vel-blue", [CHIP_REPEAT] = "vel-purple", [CHIP_WHOM] = "vel-green",
    [CHIP_REMINDER] = "vel-grey",
  };
  GtkWidget *chips = g_object_new (GTK_TYPE_BOX, "hexpand", TRUE, NULL);
  GtkWidget *hint = gtk_label_new (_("Enter to add"));

  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_layout_manager (chips, vel_wrap_layout_new (6, 4));
  for (guint i = 0; i < N_CHIPS; i++)
    {
      GtkWidget *chip = vel_capture_chip_new (styles[i]);

      self->chips[i] = VEL_CAPTURE_CHIP (chip);
      gtk_box_append (GTK_BOX (chips), chip);
      g_signal_connect_swapped (chip, "removed", G_CALLBACK (vel_capture_line_take_off), self);
    }
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_set_valign (hint, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->foot), chips);
  gtk_box_append (GTK_BOX (self->foot), hint);
  gtk_widget_set_visible (self->foot, FALSE);
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
}

static void
vel_capture_line_init (VelCaptureLine *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->kept = g_ptr_array_new_with_free_func (g_free);
  self->nobody = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  make_entry (self);
  make_foot (self);

  self->note = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->note), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_widget_add_css_class (self->note, "vel-capture-note");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
}

/**
 * vel_capture_line_new:
 *
 * Returns: (transfer full): an empty line; tasks are added as soon as it has a book
 */
GtkWidget *
vel_capture_line_new (void)
{
  return g_object_new (VEL_TYPE_CAPTURE_LINE, NULL);
}

/**
 * vel_capture_line_set_book:
 * @self: a line
 * @book: (nullable): the book into which tasks go
 *
 * A subject is of the book, and forgotten with it. Nothing can be typed for a
 * book that can only be read.
 */
void
vel_capture_line_set_book (VelCaptureLine *self,
                           VelBook        *book)
{
  g_return_if_fail (VEL_IS_CAPTURE_LINE (self));

  if (!g_set_object (&self->book, book))
    return;
  self->customer = self->deal = 0;
  g_clear_object (&self->subject);
  gtk_widget_set_sensitive (self->entry, book != NULL && !vel_book_is_read_only (book));
  vel_capture_line_read (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
}

/**
 * vel_capture_line_get_book:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the book into which tasks go
 */
VelBook *
vel_capture_line_get_book (VelCaptureLine *self)
{
  g_return_val_if_fail (VEL_IS_CAPTURE_LINE (self), NULL);

  return self->book;
}

/**
 * vel_capture_line_set_subject:
 * @self: a line that has a book
 * @customer: the customer on whose card it stands, or 0
 * @deal: the deal on whose card it stands, or 0
 *
 * Makes each task theirs at once, unless their chip is taken off.
 */
void
vel_capture_line_set_subject (VelCaptureLine *self,
                              gint64          customer,
                              gint64          deal)
{
  g_return_if_fail (VEL_IS_CAPTURE_LINE (self));
  g_return_if_fail (self->book != NULL);

  self->customer = customer;
  self->deal = deal;
  self->subject_is_off = FALSE;
  g_clear_object (&self->subject);
  if (deal != 0)
    self->subject = vel_book_get_record (self->book, &vel_deal_entity, deal, NULL);
  else if (customer != 0)
    self->subject = vel_book_get_record (self->book, &vel_customer_entity, customer, NULL);
  vel_capture_line_look (self);
  vel_capture_line_refresh (self);
}

/**
 * vel_capture_line_grab:
 * @self: a line
 *
 * Puts the focus into it.
 */
void
vel_capture_line_grab (VelCaptureLine *self)
{
  g_return_if_fail (VEL_IS_CAPTURE_LINE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * vel_capture_line_can_add:
 * @self: a line
 *
 * Returns: whether there is something to add
 */
gboolean
vel_capture_line_can_add (VelCaptureLine *self)
{
  g_return_val_if_fail (VEL_IS_CAPTURE_LINE (self), FALSE);

  return self->can_add;
}

/**
 * vel_capture_line_add:
 * @self: a line
 *
 * Adds the task that is typed, and empties the line. While it is looked for whom
 * the line names, the task waits for the answer; where several are called so, it
 * is asked who is meant.
 */
void
vel_capture_line_add (VelCaptureLine *self)
{
  g_autoptr(VelChange) change = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (VEL_IS_CAPTURE_LINE (self));

  self->adds_then = FALSE;
  if (!self->can_add)
    return;
  if (*self->capture->title == '\0')
    {
      self->misses_title = TRUE;
      vel_capture_line_refresh (self);
      return;
    }
  if (self->looking != NULL)
    {
      self->adds_then = TRUE;
      return;
    }
  if (vel_capture_line_is_ambiguous (self))
    {
      vel_capture_chip_open (self->chips[CHIP_WHOM]);
      return;
    }
  change = make_change (self);
  text = g_strdup (vel_capture_line_get_text (self));
  vel_capture_line_clear (self);
  vel_doing_commit_async (GTK_WIDGET (self), self->book, change, TRUE, added_cb, g_steal_pointer (&text));
}

/**
 * vel_capture_line_clear:
 * @self: a line
 *
 * Empties it.
 */
void
vel_capture_line_clear (VelCaptureLine *self)
{
  g_return_if_fail (VEL_IS_CAPTURE_LINE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/**
 * vel_capture_line_set_text:
 * @self: a line
 * @text: what stands in it from now on
 */
void
vel_capture_line_set_text (VelCaptureLine *self,
                           const char     *text)
{
  g_return_if_fail (VEL_IS_CAPTURE_LINE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * vel_capture_line_dup_text:
 * @self: a line
 *
 * Returns: (transfer full): what stands in it
 */
char *
vel_capture_line_dup_text (VelCaptureLine *self)
{
  g_return_val_if_fail (VEL_IS_CAPTURE_LINE (self), NULL);

  return g_strdup (vel_capture_line_get_text (self));
}
