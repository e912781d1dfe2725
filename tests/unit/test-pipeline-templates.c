/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-item.h"
#include "vel-pipeline-templates.h"
#include "vel-pipeline.h"
#include "vel-stage.h"
#include "vel-test-deals.h"

typedef struct
{
  char    *path;
  VelBook *book;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->path = vel_test_new_path ();
  self->book = vel_book_open (self->path, TRUE, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  vel_book_close (self->book);
  g_clear_object (&self->book);
  g_clear_pointer (&self->path, g_free);
}

static GArray *
find_stages (Fixture *self,
             gint64   pipeline)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, pipeline);
  const char * const values[] = { id, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "pipeline", values);
  g_autoptr(VelQuery) query = vel_query_new (&vel_stage_entity, filter, NULL, "position", FALSE);
  GArray *ids = vel_book_find (self->book, query, NULL);

  g_assert_nonnull (ids);
  return ids;
}

/* Each of them gives the stages that it promises, in order, as one change that
 * can be taken back and made again. */
static void
test_all (Fixture       *self,
          gconstpointer  data)
{
  static const char * const colours[] = { "blue", "teal", "violet", "amber", "green", "red", "pink", "grey", NULL };

  g_assert_cmpuint (vel_pipeline_templates_count (), ==, 5);
  for (guint i = 0; i < vel_pipeline_templates_count (); i++)
    {
      g_autofree char *before = vel_test_dump (self->path);
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      g_auto(GStrv) names = vel_pipeline_template_dup_stages (i);
      const gint64 pipeline = vel_test_commit (self->book, vel_pipeline_template_make (i, "Deniz & Kıyı"));
      g_autoptr(VelRecord) record = vel_book_get_record (self->book, &vel_pipeline_entity, pipeline, NULL);
      g_autoptr(GArray) stages = find_stages (self, pipeline);
      gint64 probability = 0;

      g_assert_cmpstr (vel_record_get_text (record, "name"), ==, "Deniz & Kıyı");
      g_assert_cmpuint (stages->len, ==, g_strv_length (names));
      g_assert_cmpuint (stages->len, >=, 1);
      for (guint j = 0; j < stages->len; j++)
        {
          g_autoptr(VelRecord) stage = vel_book_get_record (self->book, &vel_stage_entity,
                                                            g_array_index (stages, gint64, j), NULL);

          g_assert_cmpstr (vel_record_get_text (stage, "name"), ==, names[j]);
          g_assert_cmpint (vel_record_get_integer (stage, "probability"), >, probability);
          g_assert_cmpint (vel_record_get_integer (stage, "stale_days"), >, 0);
          g_assert_true (g_strv_contains (colours, vel_record_get_text (stage, "colour")));
          probability = vel_record_get_integer (stage, "probability");
        }
      after = vel_test_dump (self->path);
      vel_test_undo (self->book);
      undone = vel_test_dump (self->path);
      g_assert_cmpstr (undone, ==, before);
      vel_test_redo (self->book);
      redone = vel_test_dump (self->path);
      g_assert_cmpstr (redone, ==, after);
    }
}

static void
test_checklist (Fixture       *self,
                gconstpointer  data)
{
  guint template = 0;
  gint64 pipeline;
  g_autoptr(GArray) stages = NULL;
  g_autoptr(VelRecord) examination = NULL;
  g_auto(GStrv) items = NULL;

  while (!g_str_equal (vel_pipeline_template_get_name (template), "Dental practice"))
    g_assert_cmpuint (++template, <, vel_pipeline_templates_count ());
  pipeline = vel_test_commit (self->book, vel_pipeline_template_make (template, "Klinik"));
  stages = find_stages (self, pipeline);
  examination = vel_book_get_record (self->book, &vel_stage_entity, g_array_index (stages, gint64, 1), NULL);
  items = vel_words_parse (vel_record_get_text (examination, "checklist"));
  g_assert_cmpuint (g_strv_length (items), ==, 2);
  g_assert_cmpstr (items[0], ==, "Health questionnaire");
  g_assert_cmpstr (items[1], ==, "X-ray");
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);

  g_test_add ("/pipeline-templates/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/pipeline-templates/checklist", Fixture, NULL, set_up, test_checklist, tear_down);

  return g_test_run ();
}
