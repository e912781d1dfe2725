/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "vel-book.h"

G_BEGIN_DECLS

/**
 * VelCliError:
 * @VEL_CLI_ERROR_USAGE: the command cannot mean anything as it was written
 * @VEL_CLI_ERROR_ANSWERED: help was asked for and has been given; no failure
 * @VEL_CLI_ERROR_TOLD: what is wrong stands in the output already
 * @VEL_CLI_ERROR_OUTPUT: what was done could not be printed
 *
 * How a command ends when it does not end well. The messages are sentences for
 * the user, in the language of the interface.
 */
typedef enum
{
  VEL_CLI_ERROR_USAGE,
  VEL_CLI_ERROR_ANSWERED,
  VEL_CLI_ERROR_TOLD,
  VEL_CLI_ERROR_OUTPUT
} VelCliError;

#define VEL_CLI_ERROR (vel_cli_error_quark ())
GQuark vel_cli_error_quark (void);

/**
 * VelCliExit:
 * @VEL_CLI_EXIT_DONE: it was done
 * @VEL_CLI_EXIT_COULD_NOT: it could not be done
 * @VEL_CLI_EXIT_USAGE: the command was written wrongly
 *
 * What the program returns.
 */
typedef enum
{
  VEL_CLI_EXIT_DONE = 0,
  VEL_CLI_EXIT_COULD_NOT = 1,
  VEL_CLI_EXIT_USAGE = 2
} VelCliExit;

typedef struct _VelCli VelCli;

/**
 * VelCliCommand:
 * @name: the word on the command line
 * @arguments: what follows it, as help shows it, marked for translation; may be empty
 * @summary: what it does, in English, marked for translation
 * @run: does it; @argv[0] is the name of the command
 * @takes_file: whether what follows it names a file, and need not be text
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  gboolean  (*run) (VelCli  *self,
                    int      argc,
                    char   **argv,
                    GError **error);
  gboolean    takes_file;
} VelCliCommand;

/**
 * VelCli:
 * @command: (nullable): the command being run
 * @book_path: (owned) (nullable) (type filename): the book that was named
 * @book: (owned) (nullable): the book, once it is open
 * @has_written: whether the command has changed a book, or made one
 * @args: (owned) (nullable): what follows the command and is no option, as UTF-8 unless it names a file
 *
 * One run of the program. All of it happens on one thread.
 */
struct _VelCli
{
  const VelCliCommand *command;
  char                *book_path;
  VelBook             *book;
  gboolean             has_written;
  GStrv                args;
};

extern const VelCliCommand vel_cli_commands[];

/* vel-cli.c */
gboolean         vel_cli_parse          (VelCli              *self,
                                         const GOptionEntry  *entries,
                                         int                  argc,
                                         char               **argv,
                                         GError             **error);
gboolean         vel_cli_expect_end     (VelCli              *self,
                                         guint                n_args,
                                         GError             **error);
char            *vel_cli_to_utf8        (const char          *text,
                                         GError             **error);
gboolean         vel_cli_has_book       (VelCli              *self);
gboolean         vel_cli_open           (VelCli              *self,
                                         gboolean             create,
                                         GError             **error);
gboolean         vel_cli_fail           (GError             **error,
                                         const char          *format,
                                         ...) G_GNUC_PRINTF (2, 3);
void             vel_cli_warn           (const char          *sentence);

/* vel-cli-help.c */
char            *vel_cli_help           (void);
char            *vel_cli_command_help   (const VelCliCommand *command,
                                         GOptionContext      *context);
const char      *vel_cli_type_name      (const VelField      *field);

/* vel-cli-output.c */
gboolean         vel_cli_print_text     (const char          *text,
                                         GError             **error);
gboolean         vel_cli_print          (JsonNode            *node,
                                         GError             **error);
void             vel_cli_begin_array    (void);
void             vel_cli_print_element  (JsonNode            *node,
                                         gboolean             first);
gboolean         vel_cli_end_array      (gboolean             empty,
                                         GError             **error);

/* vel-cli-words.c */
const VelEntity *vel_cli_find_entity    (const char          *name,
                                         GError             **error);
gboolean         vel_cli_parse_id       (const char          *text,
                                         gint64              *id,
                                         GError             **error);
char            *vel_cli_find_custom    (VelCli              *self,
                                         const VelEntity     *entity,
                                         const char          *name,
                                         GError             **error);
gboolean         vel_cli_check_field    (VelCli              *self,
                                         const VelEntity     *entity,
                                         char               **name,
                                         GError             **error);
char            *vel_cli_split          (const char          *text,
                                         const char         **value,
                                         GError             **error);

/* vel-cli-link.c */
gboolean         vel_cli_find_record    (VelCli              *self,
                                         const VelEntity     *entity,
                                         const char          *text,
                                         gint64               pipeline,
                                         gint64              *id,
                                         GError             **error);
char            *vel_cli_parse_money    (const char          *text,
                                         const char          *currency,
                                         gboolean             is_given,
                                         gint64              *amount,
                                         GError             **error);

/* vel-cli-filter.c */
VelFilter       *vel_cli_parse_where    (VelCli              *self,
                                         const VelEntity     *entity,
                                         const char          *text,
                                         GError             **error);

/* The commands. */
gboolean         vel_cli_import         (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_list           (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_show           (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_add            (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_set            (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_move           (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_board          (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_done           (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_snooze         (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_due            (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_export         (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_delete         (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_history        (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_undo           (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_redo           (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_check          (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_sample         (VelCli *self, int argc, char **argv, GError **error);
gboolean         vel_cli_fields         (VelCli *self, int argc, char **argv, GError **error);

G_END_DECLS
