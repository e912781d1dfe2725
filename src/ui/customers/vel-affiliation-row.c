/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-affiliation-row.h"

#include <glib/gi18n.h>

#include "vel-affiliation.h"
#include "vel-card-words.h"
#include "vel-customer.h"
#include "vel-doing.h"
#include "vel-inline-text.h"
#include "vel-suggestions.h"

/**
 * VelAffiliationRow:
 *
 * An organisation of a person, or a person of an organisation: the name, which
 * opens the card of that customer, and the role, which is edited where it
 * stands.
 */
struct _VelAffiliationRow
{
  AdwPreferencesRow  parent_instance;

  VelBook           *book;         /* (owned) */
  VelRecord         *affiliation;  /* (owned) */
  VelRecord         *other;        /* (owned) (nullable): who stands in the row */
  const char        *side;         /* the field that links to @other */
  AdwAvatar         *avatar;
  GtkLabel          *name;
  VelInlineText     *role;
};

G_DEFINE_FINAL_TYPE (VelAffiliationRow, vel_affiliation_row, ADW_TYPE_PREFERENCES_ROW)

static void
refresh (VelAffiliationRow *self)
{
  const char *name = self->other != NULL ? vel_record_get_text (self->other, "name") : NULL;

  adw_avatar_set_text (self->avatar, name != NULL ? name : "");
  gtk_label_set_label (self->name, name != NULL ? name : "");
  vel_inline_text_set_value (self->role, vel_record_get_text (self->affiliation, "role"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
}

static void
role_saved_cb (VelAffiliationRow *self,
               const char        *typed)
{
  g_autofree char *role = g_strstrip (g_strdup (typed));
  g_autoptr(VelRecord) person = NULL;
  g_autoptr(VelChange) change = NULL;

  if (g_strcmp0 (*role != '\0' ? role : NULL, vel_record_get_text (self->affiliation, "role")) == 0)
    {
      vel_inline_text_reset (self->role);
      return;
    }
  person = vel_book_get_record (self->book, &vel_customer_entity,
                                vel_record_get_integer (self->affiliation, "person"), NULL);
  if (person == NULL)
    return;
  change = vel_card_change_new (person, "role");
  vel_change_set_text (change, &vel_affiliation_entity, vel_record_get_id (self->affiliation), "role",
                       *role != '\0' ? role : NULL);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static void
remove_cb (VelAffiliationRow *self)
{
  const char *name = self->other != NULL ? vel_record_get_text (self->other, "name") : NULL;
  g_autoptr(VelChange) change = NULL;

  change = vel_change_new (g_str_equal (self->side, "organisation") ? N_("Remove organisation %s")
                                                                    : N_("Remove person %s from organisation"),
                           name != NULL ? name : "", NULL);
  vel_change_delete (change, &vel_affiliation_entity, vel_record_get_id (self->affiliation));
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

static void
vel_affiliation_row_dispose (GObject *object)
{
  VelAffiliationRow *self = VEL_AFFILIATION_ROW (object);

  g_clear_object (&self->other);
  g_clear_object (&self->affiliation);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_affiliation_row_parent_class)->dispose (object);
}

static void
vel_affiliation_row_class_init (VelAffiliationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_affiliation_row_dispose;
}

static void
vel_affiliation_row_init (VelAffiliationRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *away = gtk_button_new_from_icon_name ("list-remove-symbolic");
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  self->avatar = ADW_AVATAR (adw_avatar_new (32, NULL, TRUE));
  gtk_widget_set_valign (GTK_WIDGET (self->avatar), GTK_ALIGN_CENTER);
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  self->role = VEL_INLINE_TEXT (vel_inline_text_new (FALSE));
  gtk_widget_add_css_class (GTK_WIDGET (self->role), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->role), "vel-minor");
  vel_inline_text_set_title (self->role, _("Role"), FALSE);
  vel_inline_text_set_hint (self->role, _("Add role"));
  g_signal_connect_swapped (self->role, "saved", G_CALLBACK (role_saved_cb), self);

  gtk_widget_add_css_class (away, "flat");
  gtk_widget_add_css_class (away, "circular");
  gtk_widget_add_css_class (away, "vel-quiet");
  gtk_widget_set_valign (away, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (away, _("Does not belong here any more"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (away), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove"), -1);
  g_signal_connect_swapped (away, "clicked", G_CALLBACK (remove_cb), self);
  gtk_widget_add_css_class (arrow, "dim-label");

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->role));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->avatar));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), away);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_widget_add_css_class (box, "vel-row-box");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "vel-edit-row");
}

/**
 * vel_affiliation_row_new:
 * @book: a book
 * @affiliation: that a person belongs to an organisation
 * @side: which of the two stands in the row: "person" or "organisation"
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
vel_affiliation_row_new (VelBook    *book,
                         VelRecord  *affiliation,
                         const char *side)
{
  VelAffiliationRow *self = g_object_new (VEL_TYPE_AFFILIATION_ROW, NULL);

  self->book = g_object_ref (book);
  self->affiliation = g_object_ref (affiliation);
  self->side = g_intern_string (side);
  self->other = vel_book_get_record (book, &vel_customer_entity, vel_record_get_integer (affiliation, side), NULL);
  g_signal_connect_object (affiliation, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  if (self->other != NULL)
    g_signal_connect_object (self->other, "notify::name", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  vel_suggestions_follow (vel_inline_text_get_suggest (self->role, TRUE), book, &vel_affiliation_entity, "role", NULL, NULL);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * vel_affiliation_row_get_other:
 * @self: a row
 *
 * Returns: the id of the customer whose card it opens
 */
gint64
vel_affiliation_row_get_other (VelAffiliationRow *self)
{
  g_return_val_if_fail (VEL_IS_AFFILIATION_ROW (self), 0);

  return vel_record_get_integer (self->affiliation, self->side);
}
