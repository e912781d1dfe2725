/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-holidays-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-day.h"
#include "vel-doing.h"
#include "vel-feasts.h"
#include "vel-text.h"

/**
 * VelHolidaysDialog:
 *
 * The table of holidays: those of every year, and those of one year after the
 * other. What is added or removed is written into the user's file at once, and can
 * be undone as long as the dialog is open.
 */
struct _VelHolidaysDialog
{
  AdwWindow            parent_instance;

  VelFeasts           *feasts;     /* (owned) */
  GPtrArray           *groups;     /* (owned) (element-type GtkWidget): not owned, of the table */
  GPtrArray           *buttons;    /* (owned) (element-type GtkWidget): not owned, one for each row */
  char                *state;      /* (owned) (nullable): what the user's file held when it was last shown */
  GPtrArray           *before;     /* (owned) (element-type utf8): such states, for undo */
  guint                focus_row;  /* the row that is focused once the table is shown again */
  gboolean             is_saving;

  AdwPreferencesPage  *page;
  GtkWidget           *trouble_group;
  AdwPreferencesRow   *trouble;
  GtkWidget           *form;
  GtkEditable         *day;
  GtkEditable         *name;
  GtkSwitch           *half;
  GtkWidget           *days_row;
  GtkSpinButton       *n_days;
  GtkLabel            *note;
};

#define NO_ROW G_MAXUINT

#define YEAR_LENGTH (sizeof "2026" - 1)

G_DEFINE_FINAL_TYPE (VelHolidaysDialog, vel_holidays_dialog, ADW_TYPE_WINDOW)

static gboolean
is_yearly (const VelHolidayEntry *entry)
{
  return strlen (entry->day) == strlen ("04-23");
}

/* What undo goes back to: what the user's file holds, or NULL for no file. */
static char *
dup_state (VelHolidaysDialog *self)
{
  VelHolidays *days = vel_feasts_get_days (self->feasts);

  return days != NULL && vel_feasts_is_own (self->feasts) ? vel_holidays_to_json (days) : NULL;
}

/* Those of every year, of this year and on, and those that are over, the last ones first. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  VelHolidays *days = user_data;
  const VelHolidayEntry *one = vel_holidays_get_entry (days, *(const guint *) a);
  const VelHolidayEntry *other = vel_holidays_get_entry (days, *(const guint *) b);
  const char *today = vel_day_get (vel_day_get_default ());
  const int one_over = !is_yearly (one) && strncmp (one->day, today, YEAR_LENGTH) < 0;
  const int other_over = !is_yearly (other) && strncmp (other->day, today, YEAR_LENGTH) < 0;
  int years;

  if (is_yearly (one) != is_yearly (other))
    return is_yearly (one) ? -1 : 1;
  if (one_over != other_over)
    return one_over - other_over;
  years = is_yearly (one) ? 0 : strncmp (one->day, other->day, YEAR_LENGTH);
  if (years != 0)
    return one_over ? -years : years;
  return strcmp (one->day, other->day);
}

static void
forget_last (VelHolidaysDialog *self)
{
  if (self->before->len > 0)
    g_ptr_array_remove_index (self->before, self->before->len - 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "holidays.undo", self->before->len > 0);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VelHolidaysDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  self->is_saving = FALSE;
  if (vel_feasts_save_finish (VEL_FEASTS (object), result, &error))
    return;
  /* What could not be done need not be undone. */
  forget_last (self);
  vel_doing_tell_failed (GTK_WIDGET (self), _("The file of holidays cannot be written"), error);
}

/* Keeps the state before, for undo. */
static void
save (VelHolidaysDialog *self,
      const char        *json)
{
  self->is_saving = TRUE;
  g_ptr_array_add (self->before, dup_state (self));
  vel_feasts_save_async (self->feasts, json, saved_cb, g_object_ref (self));
}

static void
remove_clicked_cb (VelHolidaysDialog *self,
                   GtkWidget         *button)
{
  VelHolidays *days = vel_feasts_get_days (self->feasts);
  const guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "vel-position"));
  g_autoptr(VelHolidays) fewer = NULL;
  g_autofree char *json = NULL;

  if (self->is_saving)
    return;
  fewer = vel_holidays_remove (days, position);
  json = vel_holidays_to_json (fewer);
  if (!g_ptr_array_find (self->buttons, button, &self->focus_row))
    self->focus_row = NO_ROW;
  save (self, json);
}

static GtkWidget *
make_row (VelHolidaysDialog     *self,
          const VelHolidayEntry *entry,
          guint                  position)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *name = vel_holiday_get_name (&entry->holiday);
  g_autofree char *days = vel_holiday_entry_say_days (entry);
  /* Translators: %s is a holiday, or something else in a list */
  g_autofree char *said = g_strdup_printf (_("Remove “%s”"), name);
  /* Translators: %s is the day of a holiday */
  g_autofree char *half = g_strdup_printf (_("%s, only the afternoon"), days);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), entry->holiday.is_half ? half : days);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data (G_OBJECT (button), "vel-position", GUINT_TO_POINTER (position));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_ptr_array_add (self->buttons, button);
  return row;
}

static GtkWidget *
add_group (VelHolidaysDialog *self,
           const char        *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return group;
}

static void
show_table (VelHolidaysDialog *self)
{
  VelHolidays *days = vel_feasts_get_days (self->feasts);
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *shown = NULL;
  GtkWidget *group = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->buttons, 0);
  for (guint i = 0; i < vel_holidays_get_n_entries (days); i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_entries, days);
  for (guint i = 0; i < order->len; i++)
    {
      const guint position = g_array_index (order, guint, i);
      const VelHolidayEntry *entry = vel_holidays_get_entry (days, position);
      g_autofree char *year = is_yearly (entry) ? g_strdup (_("Every year")) : g_strndup (entry->day, YEAR_LENGTH);

      if (g_strcmp0 (year, shown) != 0)
        {
          group = add_group (self, year);
          g_free (shown);
          shown = g_steal_pointer (&year);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, entry, position));
    }
}

/* A file that cannot be used is mended or put aside, but nothing is written over it. */
static void
feasts_changed_cb (VelHolidaysDialog *self)
{
  const char *error = vel_feasts_get_error (self->feasts);
  g_autofree char *state = dup_state (self);

  gtk_widget_set_visible (self->trouble_group, error != NULL);
  adw_preferences_row_set_title (self->trouble, error != NULL ? error : "");
  gtk_widget_set_sensitive (self->form, error == NULL && vel_feasts_get_days (self->feasts) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "holidays.restore", vel_feasts_is_own (self->feasts));
  /* Changed by others, there is no way back to before that. */
  if (!self->is_saving && g_strcmp0 (state, self->state) != 0)
    g_ptr_array_set_size (self->before, 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "holidays.undo", self->before->len > 0 && error == NULL);
  g_free (self->state);
  self->state = g_steal_pointer (&state);
  if (vel_feasts_get_days (self->feasts) != NULL)
    show_table (self);
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (self->buttons, i), error == NULL);
  if (self->focus_row != NO_ROW && self->buttons->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, MIN (self->focus_row, self->buttons->len - 1)));
  self->focus_row = NO_ROW;
}

/* What is typed into the form; FALSE where the day is none. */
static gboolean
read_form (VelHolidaysDialog  *self,
           VelHolidayEntry    *entry,
           GError            **error)
{
  entry->n_days = gtk_switch_get_active (self->half) ? 1 : (guint) gtk_spin_button_get_value_as_int (self->n_days);
  entry->holiday.is_half = gtk_switch_get_active (self->half);
  entry->holiday.name = vel_text_clean_line (gtk_editable_get_text (self->name));
  return vel_holiday_parse_day (gtk_editable_get_text (self->day), &entry->day, error);
}

static void
clear_entry (VelHolidayEntry *entry)
{
  g_free (entry->day);
  g_free (entry->holiday.name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VelHolidayEntry, clear_entry)

static void
tell (VelHolidaysDialog *self,
      const char        *sentence)
{
  gtk_label_set_label (self->note, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), sentence != NULL);
}

static void
set_wrong (VelHolidaysDialog *self,
           gboolean           is_wrong)
{
  void (*change) (GtkWidget *, const char *) = is_wrong ? gtk_widget_add_css_class : gtk_widget_remove_css_class;

  change (GTK_WIDGET (self->day), "error");
  change (GTK_WIDGET (self->note), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* While it is typed, how the day is read stands below. */
static void
form_changed_cb (VelHolidaysDialog *self)
{
  g_auto(VelHolidayEntry) entry = { 0 };
  const gboolean is_day = read_form (self, &entry, NULL);
  g_autofree char *days = is_day ? vel_holiday_entry_say_days (&entry) : NULL;
  g_autofree char *said = NULL;

  if (is_day)
    /* Translators: %s is a day, or from a day to another */
    said = g_strdup_printf (is_yearly (&entry) ? _("Every year: %s") : _("Once: %s"), days);
  set_wrong (self, FALSE);
  tell (self, said);
  gtk_widget_set_sensitive (self->days_row, !entry.holiday.is_half);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "holidays.add",
                                 *entry.holiday.name != '\0' && *gtk_editable_get_text (self->day) != '\0');
}

static void
clear_form (VelHolidaysDialog *self)
{
  gtk_editable_set_text (self->day, "");
  gtk_editable_set_text (self->name, "");
  gtk_switch_set_active (self->half, FALSE);
  gtk_spin_button_set_value (self->n_days, 1);
}

static void
add_cb (VelHolidaysDialog *self)
{
  VelHolidays *days = vel_feasts_get_days (self->feasts);
  g_auto(VelHolidayEntry) entry = { 0 };
  g_autoptr(VelHolidays) more = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL;

  if (self->is_saving || days == NULL)
    return;
  if (read_form (self, &entry, &error) && *entry.holiday.name == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }
  if (error == NULL)
    more = vel_holidays_add (days, &entry, &error);
  if (more == NULL)
    {
      set_wrong (self, TRUE);
      tell (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->day));
      return;
    }
  json = vel_holidays_to_json (more);
  clear_form (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->day));
  save (self, json);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  add_cb (VEL_HOLIDAYS_DIALOG (widget));
}

static void
open_file (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  vel_feasts_edit (VEL_HOLIDAYS_DIALOG (widget)->feasts, widget);
}

/* A file that cannot be used is no state to go back to; it stays beside. */
static void
restore (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  VelHolidaysDialog *self = VEL_HOLIDAYS_DIALOG (widget);

  if (self->is_saving)
    return;
  save (self, NULL);
  if (vel_feasts_get_error (self->feasts) != NULL)
    g_ptr_array_set_size (self->before, 0);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VelHolidaysDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  self->is_saving = FALSE;
  if (vel_feasts_save_finish (VEL_FEASTS (object), result, &error))
    forget_last (self);
  else
    vel_doing_tell_failed (GTK_WIDGET (self), _("The file of holidays cannot be written"), error);
}

static void
undo (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  VelHolidaysDialog *self = VEL_HOLIDAYS_DIALOG (widget);

  if (self->is_saving || self->before->len == 0)
    return;
  self->is_saving = TRUE;
  vel_feasts_save_async (self->feasts, g_ptr_array_index (self->before, self->before->len - 1), undone_cb,
                         g_object_ref (self));
}

static void
vel_holidays_dialog_dispose (GObject *object)
{
  VelHolidaysDialog *self = VEL_HOLIDAYS_DIALOG (object);

  g_clear_object (&self->feasts);
  gtk_widget_dispose_template (GTK_WIDGET (object), VEL_TYPE_HOLIDAYS_DIALOG);

  G_OBJECT_CLASS (vel_holidays_dialog_parent_class)->dispose (object);
}

static void
vel_holidays_dialog_finalize (GObject *object)
{
  VelHolidaysDialog *self = VEL_HOLIDAYS_DIALOG (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->before);
  g_free (self->state);

  G_OBJECT_CLASS (vel_holidays_dialog_parent_class)->finalize (object);
}

static void
vel_holidays_dialog_class_init (VelHolidaysDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_holidays_dialog_dispose;
  object_class->finalize = vel_holidays_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/tasks/vel-holidays-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VelHolidaysDialog, page);
  gtk_widget_class_bind_template_child (widget_class, VelHolidaysDialog, trouble_group);
  gtk_widget_class_bind_template_child (widget_class, VelHolidaysDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, VelHolidaysDialog, form);
  gtk_widget_class_bind_template_child (widget_class, VelHolidaysDialog, day);
  gtk_widget_class_bind_template_child (widget_class, VelHolidaysDialog, name);
  gtk_widget_class_bind_template_child (widget_class, VelHolidaysDialog, half);
  gtk_widget_class_bind_template_child (widget_class, VelHolidaysDialog, days_row);
  gtk_widget_class_bind_template_child (widget_class, VelHolidaysDialog, n_days);
  gtk_widget_class_bind_template_child (widget_class, VelHolidaysDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "holidays.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "holidays.open-file", NULL, open_file);
  gtk_widget_class_install_action (widget_class, "holidays.restore", NULL, restore);
  gtk_widget_class_install_action (widget_class, "holidays.undo", NULL, undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  /* Behind what has the focus, so that a field undoes what is being typed into it. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "holidays.undo", NULL);
}

static void
vel_holidays_dialog_init (VelHolidaysDialog *self)
{
  self->groups = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  self->before = g_ptr_array_new_with_free_func (g_free);
  self->focus_row = NO_ROW;
  self->feasts = vel_feasts_dup_default ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->n_days, 1, VEL_HOLIDAY_MAX_DAYS);
  gtk_spin_button_set_increments (self->n_days, 1, 7);
  g_signal_connect_object (self->feasts, "changed", G_CALLBACK (feasts_changed_cb), self, G_CONNECT_SWAPPED);
  form_changed_cb (self);
  feasts_changed_cb (self);
}

/**
 * vel_holidays_dialog_present:
 * @parent: a widget in the window before which it stands
 *
 * Lets the user edit the holidays that the calendar shades.
 *
 * Returns: (transfer none): the dialog, which goes when it is closed
 */
VelHolidaysDialog *
vel_holidays_dialog_present (GtkWidget *parent)
{
  VelHolidaysDialog *self = g_object_new (VEL_TYPE_HOLIDAYS_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
