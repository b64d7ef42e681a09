/* Reading lines with GNU readline or libedit, which are opened when they are needed.

   Both have the same functions.  They get their characters from here, so that a
   signal can end a line; and they ask back for completions. */

#include <dlfcn.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef char **(*completion_function)(const char *, int, int);

static struct {
    char *(*readline)(const char *);
    void (*add_history)(const char *);
    int (*read_history)(const char *);
    int (*write_history)(const char *);
    void (*stifle_history)(int);
    void (*using_history)(void);
    completion_function *attempted_completion;
    int *completion_over;
    int *append_character;
    char **line_buffer;
    const char **word_breaks;
    int (**getc_function)(FILE *);
    int *catch_signals;
} api;

static int is_open, is_wide;
static int cancelled;
static int (*is_interrupted)(void);
static int (*find_candidates)(const char *, const char *, int);

static char **candidates;
static int candidate_count, candidate_room;

static int read_byte(void)
{
    unsigned char byte;
    while (!cancelled && !(cancelled = is_interrupted())) {
        ssize_t count = read(0, &byte, 1);
        if (count == 1)
            return byte;
        if (count == 0 || errno != EINTR)
            return EOF;
    }
    return '\n';
}

/* libedit wants a whole character, readline a byte. */
static int get_char(FILE *unused)
{
    int lead = read_byte();
    int more, code;
    (void)unused;
    if (!is_wide || lead < 0xc2 || lead > 0xf4)
        return lead;
    more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    code = lead & (0x3f >> more);
    while (more-- > 0) {
        int byte = read_byte();
        if ((byte & 0xc0) != 0x80)
            return byte;
        code = code << 6 | (byte & 0x3f);
    }
    return code;
}

RPY_EXTERN void lexvm_editor_candidate(const char *text)
{
    if (candidate_count + 1 >= candidate_room) {
        int room = candidate_room ? candidate_room * 2 : 64;
        char **more = realloc(candidates, room * sizeof(char *));
        if (!more)
            return;
        candidates = more;
        candidate_room = room;
    }
    candidates[candidate_count] = strdup(text);
    if (candidates[candidate_count])
        candidate_count++;
}

/* The common start of all candidates, then these, then NULL. */
static char **matches(void)
{
    char **result = malloc((candidate_count + 2) * sizeof(char *));
    size_t common;
    int i;
    if (!result)
        return NULL;
    common = strlen(candidates[0]);
    for (i = 1; i < candidate_count; i++) {
        size_t same = 0;
        while (same < common && candidates[0][same] == candidates[i][same])
            same++;
        common = same;
    }
    result[0] = strndup(candidates[0], common);
    for (i = 0; i < candidate_count; i++)
        result[i + 1] = candidates[i];
    result[candidate_count + 1] = NULL;
    if (candidate_count == 1) {
        free(result[1]);
        result[1] = NULL;
    }
    return result;
}

static char **complete(const char *text, int start, int end)
{
    (void)end;
    candidate_count = 0;
    *api.completion_over = 1;
    if (api.append_character)
        *api.append_character = 0;
    if (find_candidates(*api.line_buffer, text, start)) {
        *api.completion_over = 0;       /* names of files */
        return NULL;
    }
    return candidate_count ? matches() : NULL;
}

static int load(const char *name)
{
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return 0;
    *(void **)&api.readline = dlsym(library, "readline");
    *(void **)&api.add_history = dlsym(library, "add_history");
    *(void **)&api.read_history = dlsym(library, "read_history");
    *(void **)&api.write_history = dlsym(library, "write_history");
    *(void **)&api.stifle_history = dlsym(library, "stifle_history");
    *(void **)&api.using_history = dlsym(library, "using_history");
    *(void **)&api.attempted_completion =
        dlsym(library, "rl_attempted_completion_function");
    *(void **)&api.completion_over = dlsym(library, "rl_attempted_completion_over");
    *(void **)&api.append_character =
        dlsym(library, "rl_completion_append_character");
    *(void **)&api.line_buffer = dlsym(library, "rl_line_buffer");
    *(void **)&api.word_breaks = dlsym(library, "rl_completer_word_break_characters");
    *(void **)&api.getc_function = dlsym(library, "rl_getc_function");
    *(void **)&api.catch_signals = dlsym(library, "rl_catch_signals");
    if (api.readline && api.add_history && api.read_history && api.write_history &&
            api.stifle_history && api.using_history && api.attempted_completion &&
            api.completion_over && api.line_buffer && api.word_breaks &&
            api.getc_function)
        return 1;
    dlclose(library);
    return 0;
}

/* -> whether the library can be used. */
RPY_EXTERN int lexvm_editor_open(const char *name)
{
    if (is_open)
        return 1;
    if (!load(name))
        return 0;
    is_open = 1;
    is_wide = strstr(name, "edit") != NULL;
    setlocale(LC_CTYPE, "");
    *api.getc_function = get_char;
    *api.attempted_completion = complete;
    *api.word_breaks = " \t\n()[]{},;\"'=<>|&+-*/%!?#$";
    if (api.catch_signals)
        *api.catch_signals = 0;
    api.using_history();
    api.stifle_history(1000);
    return 1;
}

/* A line, to be freed; NULL at the end of input, and if it was cancelled. */
RPY_EXTERN char *lexvm_editor_read(const char *prompt, int (*interrupted)(void),
                                   int (*candidates_of)(const char *, const char *,
                                                        int))
{
    char *line;
    cancelled = 0;
    is_interrupted = interrupted;
    find_candidates = candidates_of;
    line = api.readline(prompt);
    if (cancelled) {
        free(line);
        return NULL;
    }
    return line;
}

RPY_EXTERN int lexvm_editor_cancelled(void)
{
    return cancelled;
}

RPY_EXTERN void lexvm_editor_free(char *line)
{
    free(line);
}

RPY_EXTERN void lexvm_editor_remember(const char *line)
{
    api.add_history(line);
}

RPY_EXTERN void lexvm_editor_load_history(const char *path)
{
    api.read_history(path);
}

/* Only the user may read it. */
RPY_EXTERN void lexvm_editor_save_history(const char *path)
{
    mode_t before = umask(077);
    api.write_history(path);
    umask(before);
}
