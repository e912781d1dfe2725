/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-twins.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-customer.h"
#include "vel-item.h"
#include "vel-phone.h"
#include "vel-text.h"

/**
 * VelTwins:
 *
 * Who is in the book already and may be the one that is being added: whoever
 * has the same telephone, the same e-mail or the same name, and where these
 * are few also who has a similar name. Each is asked of the search, which is
 * in memory; a table of all customers would be read anew for each dialog.
 */
struct _VelTwins
{
  AdwBin        parent_instance;

  VelBook      *book;         /* (owned) (nullable) */
  char         *name;         /* (owned): folded, as the others */
  char         *stem;         /* (owned): the words by which a name is similar */
  char         *phone;        /* (owned): as the book writes it */
  char         *email;        /* (owned) */
  GCancellable *cancellable;  /* (owned) (nullable): of the search that runs */
  guint         n_running;
  guint         n_shown;
  GArray       *found;        /* (owned) (element-type Twin): the likeliest first */

  GtkListBox   *list;
};

typedef enum
{
  SAME_PHONE,
  SAME_EMAIL,
  SAME_NAME,
  SIMILAR_NAME,
  NO_TWIN
} Likeness;

typedef struct
{
  gint64   id;
  Likeness likeness;
} Twin;

#define MAX_TWINS 3
#define MAX_LOOKED_AT 60
#define MIN_NAME_LETTERS 3

enum { CHANGED, OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelTwins, vel_twins, ADW_TYPE_BIN)

static const char *
say_likeness (Likeness likeness)
{
  switch (likeness)
    {
    case SAME_PHONE:
      return _("Same phone number");

    case SAME_EMAIL:
      return _("Same e-mail");

    case SAME_NAME:
      return _("Same name");

    case SIMILAR_NAME:
    case NO_TWIN:
    default:
      return _("Similar name");
    }
}

static gboolean
has_item (VelRecord  *record,
          const char *field,
          const char *wanted)
{
  g_autoptr(GPtrArray) items = vel_items_parse (vel_record_get_text (record, field));

  for (guint i = 0; i < items->len; i++)
    {
      const VelItem *item = g_ptr_array_index (items, i);
      g_autofree char *fold = item->value != NULL ? vel_text_fold (item->value) : NULL;

      if (g_strcmp0 (fold, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_words (const char *text,
           const char *words)
{
  g_auto(GStrv) each = g_strsplit (words, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    if (strstr (text, each[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* The search also finds what only mentions a name, so each is looked at. */
static Likeness
compare (VelTwins  *self,
         VelRecord *record)
{
  const char *name = vel_record_get_text (record, "name");
  g_autofree char *fold = name != NULL ? vel_text_fold (name) : NULL;

  if (*self->phone != '\0' && has_item (record, "phones", self->phone))
    return SAME_PHONE;
  if (*self->email != '\0' && has_item (record, "emails", self->email))
    return SAME_EMAIL;
  if (fold == NULL || *self->stem == '\0')
    return NO_TWIN;
  if (g_str_equal (fold, self->name))
    return SAME_NAME;
  return has_words (fold, self->stem) ? SIMILAR_NAME : NO_TWIN;
}

static int
compare_likeness (gconstpointer a,
                  gconstpointer b)
{
  return (int) ((const Twin *) a)->likeness - (int) ((const Twin *) b)->likeness;
}

static void
add_twin (VelTwins *self,
          gint64    id)
{
  g_autoptr(VelRecord) record = NULL;
  Twin twin = { id, NO_TWIN };

  for (guint i = 0; i < self->found->len; i++)
    if (g_array_index (self->found, Twin, i).id == id)
      return;
  record = vel_book_get_record (self->book, &vel_customer_entity, id, NULL);
  if (record != NULL)
    twin.likeness = compare (self, record);
  if (twin.likeness != NO_TWIN)
    g_array_append_val (self->found, twin);
}

static void
activated_cb (VelTwins      *self,
              GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  g_signal_emit (self, signals[OPENED], 0, *id);
}

static GtkWidget *
make_row (VelTwins   *self,
          const Twin *twin)
{
  g_autoptr(VelRecord) record = vel_book_get_record (self->book, &vel_customer_entity, twin->id, NULL);
  const char *name = record != NULL ? vel_record_get_text (record, "name") : NULL;
  const char *city = record != NULL ? vel_record_get_text (record, "city") : NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  GtkWidget *avatar = adw_avatar_new (32, name, TRUE);
  /* Translators: why somebody may be here already, and their city */
  g_autofree char *said = city != NULL ? g_strdup_printf (_("%s · %s"), say_likeness (twin->likeness), city)
                                       : g_strdup (say_likeness (twin->likeness));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), said);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&twin->id, sizeof twin->id), g_free);
  gtk_widget_set_tooltip_text (row, _("Open instead of adding"));
  return row;
}

static void
show_found (VelTwins *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_array_sort (self->found, compare_likeness);
  if (self->found->len > MAX_TWINS)
    g_array_set_size (self->found, MAX_TWINS);
  for (guint i = 0; i < self->found->len; i++)
    gtk_list_box_append (self->list, make_row (self, &g_array_index (self->found, Twin, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), self->found->len > 0);
  if (self->n_shown != self->found->len)
    {
      self->n_shown = self->found->len;
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VelTwins) self = user_data;
  g_autoptr(GArray) ids = vel_book_find_finish (VEL_BOOK (object), result, NULL);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  /* What the search cannot tell is not missed: whoever adds somebody is free to do so. */
  for (guint i = 0; ids != NULL && i < ids->len && i < MAX_LOOKED_AT; i++)
    add_twin (self, g_array_index (ids, gint64, i));
  if (--self->n_running == 0)
    show_found (self);
}

static void
search (VelTwins   *self,
        const char *text)
{
  g_autoptr(VelQuery) query = NULL;

  if (*text == '\0')
    return;
  query = vel_query_new (&vel_customer_entity, NULL, text, NULL, FALSE);
  self->n_running++;
  vel_book_find_async (self->book, query, self->cancellable, found_cb, g_object_ref (self));
}

static void
forget (VelTwins *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->stem, g_free);
  g_clear_pointer (&self->phone, g_free);
  g_clear_pointer (&self->email, g_free);
  g_array_set_size (self->found, 0);
  self->n_running = 0;
}

static void
vel_twins_dispose (GObject *object)
{
  VelTwins *self = VEL_TWINS (object);

  forget (self);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_twins_parent_class)->dispose (object);
}

static void
vel_twins_finalize (GObject *object)
{
  VelTwins *self = VEL_TWINS (object);

  g_array_unref (self->found);

  G_OBJECT_CLASS (vel_twins_parent_class)->finalize (object);
}

static void
vel_twins_class_init (VelTwinsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_twins_dispose;
  object_class->finalize = vel_twins_finalize;

  /**
   * VelTwins::changed:
   * @self: the twins
   *
   * More or fewer are shown.
   */
  signals[CHANGED] = g_signal_new ("changed", VEL_TYPE_TWINS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * VelTwins::opened:
   * @self: the twins
   * @id: the one who was chosen
   */
  signals[OPENED] = g_signal_new ("opened", VEL_TYPE_TWINS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
vel_twins_init (VelTwins *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->found = g_array_new (FALSE, FALSE, sizeof (Twin));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Already here?"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Already here?"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * vel_twins_set_book:
 * @self: twins
 * @book: where to look for them; set once
 */
void
vel_twins_set_book (VelTwins *self,
                    VelBook  *book)
{
  g_return_if_fail (VEL_IS_TWINS (self));

  g_set_object (&self->book, book);
}

/* The words that matter: of an organisation not its legal form, which comes last. */
static char *
make_stem (const char *fold,
           gboolean    is_organisation)
{
  g_auto(GStrv) words = g_strsplit (fold, " ", -1);

  if (strlen (fold) < MIN_NAME_LETTERS)
    return g_strdup ("");
  if (is_organisation && g_strv_length (words) > 2)
    return g_strjoin (" ", words[0], words[1], NULL);
  return g_strdup (fold);
}

/**
 * vel_twins_look:
 * @self: twins
 * @name: a name, as it is typed
 * @is_organisation: whether it is that of an organisation
 * @phone: a telephone number, as it is typed
 * @email: an e-mail, as it is typed
 *
 * Looks for those who may be meant, and shows them as soon as they are found.
 */
void
vel_twins_look (VelTwins   *self,
                const char *name,
                gboolean    is_organisation,
                const char *phone,
                const char *email)
{
  g_autofree char *line = NULL;
  g_autofree char *number = NULL;
  g_autofree char *address = NULL;

  g_return_if_fail (VEL_IS_TWINS (self));
  g_return_if_fail (VEL_IS_BOOK (self->book));

  forget (self);
  self->cancellable = g_cancellable_new ();
  line = g_strstrip (vel_text_clean_line (name));
  number = vel_phone_normalise (phone, NULL, NULL);
  address = g_strstrip (g_strdup (email));
  self->name = vel_text_fold (line);
  self->stem = make_stem (self->name, is_organisation);
  self->phone = number != NULL ? vel_text_fold (number) : g_strdup ("");
  self->email = strchr (address, '@') != NULL ? vel_text_fold (address) : g_strdup ("");
  search (self, self->stem);
  search (self, self->phone);
  search (self, self->email);
  if (self->n_running == 0)
    show_found (self);
}
