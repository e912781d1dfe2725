/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-record-history.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vel-date-format.h"
#include "vel-error-text.h"
#include "vel-item.h"
#include "vel-json.h"
#include "vel-money.h"

/**
 * VelRecordHistory:
 *
 * What was done to a record, the newest first: when, who, what, and from what
 * to what.
 */
struct _VelRecordHistory
{
  AdwWindow       parent_instance;

  VelBook        *book;         /* (owned) */
  VelRecord      *record;       /* (owned) */
  GCancellable   *cancellable;  /* (owned) */

  AdwWindowTitle *title;
  GtkStack       *stack;
  GtkListBox     *list;
  AdwStatusPage  *status;
};

G_DEFINE_FINAL_TYPE (VelRecordHistory, vel_record_history, ADW_TYPE_WINDOW)

/* More changes than anybody reads; each is a row of its own. */
#define MAX_ENTRIES 300

/* A value of some length is told by its beginning. */
#define MAX_SHOWN 200

/* The currency that a sum was in: that of then where it changed with the sum, else that of now. */
static const char *
find_currency (VelRecordHistory      *self,
               const VelHistoryEntry *entry,
               gboolean               before)
{
  for (guint i = 0; i < entry->fields->len; i++)
    {
      const VelHistoryField *change = g_ptr_array_index (entry->fields, i);
      const VelValue *value = before ? &change->before : &change->after;

      if (g_str_equal (change->field->name, "currency") && value->kind == VEL_VALUE_TEXT)
        return value->text;
    }
  return vel_record_get_text (self->record, "currency");
}

/* What is done of a checklist is kept with the number of its stage, which tells nobody anything. */
static char *
say_checked (const VelValue *value)
{
  g_auto(GStrv) words = vel_words_parse (value->kind == VEL_VALUE_TEXT ? value->text : NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      const char *item = strchr (words[i], '/');

      if (item != NULL)
        memmove (words[i], item + 1, strlen (item));
    }
  return g_strjoinv (", ", words);
}

static char *
say_value (VelRecordHistory      *self,
           const VelHistoryEntry *entry,
           const VelField        *field,
           const VelValue        *value,
           gboolean               before)
{
  g_autofree char *text = NULL;

  if (field->type == VEL_FIELD_LINK && value->kind == VEL_VALUE_INTEGER)
    {
      const VelEntity *target = vel_entity_find (field->target);
      g_autoptr(VelRecord) record = vel_book_get_record (self->book, target, value->integer, NULL);

      return record != NULL && target->name_field != NULL ? vel_record_format (record, target->name_field)
                                                          : g_strdup (_("(gone)"));
    }
  if (field->type == VEL_FIELD_MONEY && value->kind == VEL_VALUE_INTEGER)
    {
      const char *currency = find_currency (self, entry, before);

      return currency != NULL ? vel_money_format_short (value->integer, currency) : vel_field_format (field, value);
    }
  if (g_str_equal (field->name, "checked"))
    return say_checked (value);
  text = vel_field_format (field, value);
  if (g_utf8_strlen (text, -1) > MAX_SHOWN)
    {
      g_autofree char *beginning = g_utf8_substring (text, 0, MAX_SHOWN);

      return g_strconcat (beginning, "…", NULL);
    }
  return g_steal_pointer (&text);
}

static void
append_line (GString    *text,
             const char *label,
             const char *before,
             const char *after)
{
  g_autofree char *line = NULL;

  if (*before == '\0' && *after == '\0')
    return;
  if (*before == '\0')
    line = g_markup_printf_escaped ("<b>%s</b>: %s", label, after);
  else if (*after == '\0')
    line = g_markup_printf_escaped ("<b>%s</b>: <s>%s</s>", label, before);
  else
    line = g_markup_printf_escaped ("<b>%s</b>: %s → %s", label, before, after);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static JsonObject *
parse_custom (JsonNode **node)
{
  return *node != NULL && JSON_NODE_HOLDS_OBJECT (*node) ? json_node_get_object (*node) : NULL;
}

static const char *
get_custom (JsonObject *object,
            const char *name)
{
  return object != NULL ? json_object_get_string_member_with_default (object, name, "") : "";
}

/* The user's own fields lie in one column; each is told by itself. */
static void
append_custom (GString               *text,
               const VelHistoryField *change)
{
  const char *texts[] = { change->before.text, change->after.text };
  g_autoptr(JsonNode) before = texts[0] != NULL ? vel_json_from_string (texts[0]) : NULL;
  g_autoptr(JsonNode) after = texts[1] != NULL ? vel_json_from_string (texts[1]) : NULL;
  JsonObject *old = parse_custom (&before);
  JsonObject *new = parse_custom (&after);
  g_autoptr(GList) old_names = old != NULL ? json_object_get_members (old) : NULL;
  g_autoptr(GList) new_names = new != NULL ? json_object_get_members (new) : NULL;

  for (GList *name = new_names; name != NULL; name = name->next)
    if (!g_str_equal (get_custom (old, name->data), get_custom (new, name->data)))
      append_line (text, name->data, get_custom (old, name->data), get_custom (new, name->data));
  for (GList *name = old_names; name != NULL; name = name->next)
    if (new == NULL || !json_object_has_member (new, name->data))
      append_line (text, name->data, get_custom (old, name->data), "");
}

static char *
say_fields (VelRecordHistory      *self,
            const VelHistoryEntry *entry)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < entry->fields->len; i++)
    {
      const VelHistoryField *change = g_ptr_array_index (entry->fields, i);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (change->field->type == VEL_FIELD_CUSTOM)
        {
          append_custom (text, change);
          continue;
        }
      /* A place in a list is a number that means nothing to anybody. */
      if ((change->field->flags & VEL_FIELD_READ_ONLY) != 0 || change->field->type == VEL_FIELD_PLACE)
        continue;
      before = say_value (self, entry, change->field, &change->before, TRUE);
      after = say_value (self, entry, change->field, &change->after, FALSE);
      append_line (text, vel_field_get_label (change->field), before, after);
    }
  return g_strdup (text->str);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
add_entry (VelRecordHistory      *self,
           const VelHistoryEntry *entry)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *said = vel_history_say (entry->label, entry->args);
  g_autofree char *when = vel_date_time_format (entry->at / 1000);
  g_autofree char *fields = say_fields (self, entry);
  g_autofree char *origin = NULL;

  /* Translators: when, and who did it */
  origin = g_strdup_printf (_("%s · %s"), when, entry->actor);
  add_label (box, said, "heading");
  if (*fields != '\0')
    {
      GtkLabel *label = add_label (box, NULL, NULL);

      gtk_label_set_markup (label, fields);
      gtk_label_set_selectable (label, TRUE);
    }
  gtk_widget_add_css_class (GTK_WIDGET (add_label (box, origin, "caption")), "dim-label");
  if (entry->is_undone)
    {
      gtk_widget_add_css_class (GTK_WIDGET (add_label (box, _("This was undone."), "caption")), "warning");
      gtk_widget_add_css_class (row, "dim-label");
    }
  gtk_widget_add_css_class (box, "vel-row-box");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->list, row);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(VelRecordHistory) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = vel_book_history_finish (VEL_BOOK (object), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (entries == NULL)
    {
      g_autofree char *text = vel_error_text (error);
      g_autofree char *markup = g_markup_escape_text (text, -1);

      adw_status_page_set_title (self->status, _("History could not be read"));
      adw_status_page_set_description (self->status, markup);
    }
  else if (entries->len == 0)
    {
      adw_status_page_set_title (self->status, _("Nothing has been changed yet"));
    }
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    add_entry (self, g_ptr_array_index (entries, i));
  gtk_stack_set_visible_child_name (self->stack, entries != NULL && entries->len > 0 ? "list" : "status");
}

/* Reading holds a reference, so this comes before dispose(), and perhaps after
 * the window before which this one stood has gone. */
static void
vel_record_history_unmap (GtkWidget *widget)
{
  g_cancellable_cancel (VEL_RECORD_HISTORY (widget)->cancellable);

  GTK_WIDGET_CLASS (vel_record_history_parent_class)->unmap (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
vel_record_history_dispose (GObject *object)
{
  VelRecordHistory *self = VEL_RECORD_HISTORY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_RECORD_HISTORY);
  g_clear_object (&self->record);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_record_history_parent_class)->dispose (object);
}

static void
vel_record_history_finalize (GObject *object)
{
  VelRecordHistory *self = VEL_RECORD_HISTORY (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (vel_record_history_parent_class)->finalize (object);
}

static void
vel_record_history_class_init (VelRecordHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_record_history_dispose;
  object_class->finalize = vel_record_history_finalize;
  widget_class->unmap = vel_record_history_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/cards/vel-record-history.ui");
  gtk_widget_class_bind_template_child (widget_class, VelRecordHistory, title);
  gtk_widget_class_bind_template_child (widget_class, VelRecordHistory, stack);
  gtk_widget_class_bind_template_child (widget_class, VelRecordHistory, list);
  gtk_widget_class_bind_template_child (widget_class, VelRecordHistory, status);
}

static void
vel_record_history_init (VelRecordHistory *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vel_record_history_present:
 * @parent: the widget that asks
 * @book: a book
 * @record: a record of it
 *
 * Shows what was done to @record.
 *
 * Returns: (transfer none): the window
 */
VelRecordHistory *
vel_record_history_present (GtkWidget *parent,
                            VelBook   *book,
                            VelRecord *record)
{
  VelRecordHistory *self = g_object_new (VEL_TYPE_RECORD_HISTORY, NULL);
  const char *field = vel_record_get_entity (record)->name_field;
  const char *name = field != NULL ? vel_record_get_text (record, field) : NULL;
  GtkRoot *root = gtk_widget_get_root (parent);

  self->book = g_object_ref (book);
  self->record = g_object_ref (record);
  adw_window_title_set_subtitle (self->title, name != NULL ? name : "");
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  vel_book_history_async (book, vel_record_get_id (record), MAX_ENTRIES, self->cancellable, read_cb,
                          g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
