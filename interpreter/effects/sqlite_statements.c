/* The statements that SQLite runs: an authorizer for every action, its settings, and
   functions of its own that would work for hours in one call. */

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

extern int lexvm_sqlite_stops(void);

enum { ALLOW = 0, DENY = 1, SKIP = 2 };

/* Actions of the authorizer. */
enum { PRAGMA = 19, CREATE_VTABLE = 29, FUNCTION = 31, LAST_ACTION = 33 };

enum { MEMORY_STATUS = 9, URI = 17, MAP_SIZE = 22 };            /* sqlite3_config */
enum {                                                          /* sqlite3_db_config */
    FTS3_TOKENIZER = 1004, LOAD_EXTENSION = 1005, DEFENSIVE = 1010,
    WRITABLE_SCHEMA = 1011, TRUSTED_SCHEMA = 1017
};
enum { UTF8 = 1, DETERMINISTIC = 0x800, INNOCUOUS = 0x200000 };
enum { NULL_VALUE = 5, BLOB_VALUE = 4, NOT_FOUND = 12, LIMIT_LENGTH = 0, LIMIT_PATTERN = 8 };

typedef struct context context;
typedef struct value value;
typedef void (*function)(context *, int, value **);
typedef void (*destructor)(void *);

#define TRANSIENT ((destructor)-1)

static struct {
    int (*config)(int, ...);
    int (*db_config)(void *, int, ...);
    int (*set_authorizer)(void *, int (*)(void *, int, const char *, const char *,
                                          const char *, const char *), void *);
    int (*create_function_v2)(void *, const char *, int, int, void *, function, function,
                              void (*)(context *), destructor);
    int (*drop_modules)(void *, const char **);
    int (*limit)(void *, int, int);
    int (*compileoption_used)(const char *);
    void *(*user_data)(context *);
    void *(*context_db_handle)(context *);
    int (*value_type)(value *);
    int (*value_bytes)(value *);
    const unsigned char *(*value_text)(value *);
    const void *(*value_blob)(value *);
    void (*result_int)(context *, int);
    void (*result_null)(context *);
    void (*result_value)(context *, value *);
    void (*result_text)(context *, const char *, int, destructor);
    void (*result_error)(context *, const char *, int);
    void (*result_error_nomem)(context *);
    void (*result_error_toobig)(context *);
    void *(*malloc)(int);
    void (*free)(void *);
} api;

static const struct { const char *name; void **slot; } symbols[] = {
#define SYMBOL(name) {"sqlite3_" #name, (void **)(void *)&api.name}
    SYMBOL(config), SYMBOL(db_config), SYMBOL(set_authorizer), SYMBOL(create_function_v2),
    SYMBOL(drop_modules), SYMBOL(limit), SYMBOL(compileoption_used), SYMBOL(user_data),
    SYMBOL(context_db_handle), SYMBOL(value_type), SYMBOL(value_bytes), SYMBOL(value_text),
    SYMBOL(value_blob), SYMBOL(result_int), SYMBOL(result_null), SYMBOL(result_value),
    SYMBOL(result_text), SYMBOL(result_error), SYMBOL(result_error_nomem),
    SYMBOL(result_error_toobig), SYMBOL(malloc), SYMBOL(free),
#undef SYMBOL
};

/* Loops look whether the run must stop at each turn of this many. */
enum { TURNS = 1 << 18, ACTIONS = 1 << 8 };
static unsigned turns, actions;

static int may_go_on(void)
{
    return (++turns % TURNS) != 0 || !lexvm_sqlite_stops();
}

/* LIKE and GLOB in time that is bounded by the product of the sizes, and interruptible
   in between.  SQLite's are bounded by it, too, but nothing stops them. */

static unsigned next_character(const unsigned char **at)
{
    static const unsigned char masks[] = {0x1f, 0x1f, 0x1f, 0x1f, 0x0f, 0x0f, 0x07, 0x03};
    const unsigned char *p = *at;
    unsigned c = *p++;
    if (c >= 0xc0) {
        c = c >= 0xfe ? 0 : c >= 0xfc ? c & 0x01 : c & masks[(c - 0xc0) >> 3];
        while ((*p & 0xc0) == 0x80)
            c = (c << 6) + (*p++ & 0x3f);
        if (c < 0x80 || (c & 0xfffff800) == 0xd800 || (c & 0xfffffffe) == 0xfffe)
            c = 0xfffd;
    }
    *at = p;
    return c;
}

static unsigned lower(unsigned c)
{
    return 'A' <= c && c <= 'Z' ? c + 32 : c;
}

struct style {
    unsigned any, one, set, escape;     /* 0: none */
    int ignores_case;
};

/* Whether a character is in the set whose text begins at `*at`, behind the bracket.
   `*at` moves behind the set, or becomes NULL if the set has no end. */
static int is_in_set(const unsigned char **at, unsigned c)
{
    const unsigned char *p = *at;
    int found = 0, inverted = 0;
    unsigned before = 0, member = next_character(&p);
    if (member == '^') {
        inverted = 1;
        member = next_character(&p);
    }
    if (member == ']') {
        found = c == ']';
        member = next_character(&p);
    }
    while (member != 0 && member != ']') {
        if (member == '-' && *p != ']' && *p != 0 && before > 0) {
            member = next_character(&p);
            if (before <= c && c <= member)
                found = 1;
            before = 0;
        } else {
            if (c == member)
                found = 1;
            before = member;
        }
        member = next_character(&p);
    }
    *at = member == 0 ? NULL : p;
    return found != inverted;
}

/* One element of a pattern against one character.  `*pattern` moves on, or becomes NULL
   if the pattern can match nothing. */
static int element_matches(const unsigned char **pattern, unsigned element,
                           const unsigned char **text, const struct style *style)
{
    unsigned c = next_character(text);
    if (element == style->one && style->one != 0)
        return c != 0;
    if (element == style->set && style->set != 0)
        return c == 0 ? 0 : is_in_set(pattern, c);
    if (element == style->escape && style->escape != 0) {
        element = next_character(pattern);
        if (element == 0) {
            *pattern = NULL;
            return 0;
        }
    }
    return c != 0 && (c == element || (style->ignores_case && c < 0x80 && element < 0x80
                                       && lower(c) == lower(element)));
}

/* 1, 0, or -1 if the run must stop. */
static int pattern_matches(const unsigned char *pattern, const unsigned char *text,
                           const struct style *style)
{
    const unsigned char *again = NULL, *rest = NULL;    /* behind the last `any` */
    for (;;) {
        const unsigned char *p = pattern, *t = text;
        unsigned element = next_character(&p);
        if (!may_go_on())
            return -1;
        if (element != 0 && element == style->any) {
            again = pattern = p;
            rest = text;
            if (*p == 0)
                return 1;
            continue;
        }
        if (element == 0 ? *text == 0 : element_matches(&p, element, &t, style)) {
            if (element == 0)
                return 1;
            if (p == NULL)
                return 0;
            pattern = p;
            text = t;
            continue;
        }
        if (p == NULL || again == NULL || *rest == 0 || (element != 0 && *text == 0))
            return 0;
        next_character(&rest);
        pattern = again;
        text = rest;
    }
}

static const struct style glob_style = {'*', '?', '[', 0, 0};
static const struct style like_style = {'%', '_', 0, 0, 1};
static const struct style exact_like_style = {'%', '_', 0, 0, 0};
static int ignores_blobs;       /* as the library's own */

static void like(context *context, int count, value **values)
{
    const unsigned char *pattern, *text;
    struct style style = *(const struct style *)api.user_data(context);
    int result;
    if (ignores_blobs && (api.value_type(values[0]) == BLOB_VALUE
                          || api.value_type(values[1]) == BLOB_VALUE)) {
        api.result_int(context, 0);
        return;
    }
    if (api.value_bytes(values[0])
            > api.limit(api.context_db_handle(context), LIMIT_PATTERN, -1)) {
        api.result_error(context, "LIKE or GLOB pattern too complex", -1);
        return;
    }
    if (count == 3) {
        const unsigned char *escape = api.value_text(values[2]);
        if (escape == NULL)
            return;
        style.escape = next_character(&escape);
        if (style.escape == 0 || *escape != 0) {
            api.result_error(context, "ESCAPE expression must be a single character", -1);
            return;
        }
        if (style.escape == style.any)
            style.any = 0;
        if (style.escape == style.one)
            style.one = 0;
    }
    text = api.value_text(values[1]);
    pattern = api.value_text(values[0]);
    if (pattern == NULL || text == NULL)
        return;
    result = pattern_matches(pattern, text, &style);
    if (result < 0)
        api.result_error(context, "interrupted", -1);
    else
        api.result_int(context, result);
}

/* instr, replace and trim by searches that are linear. */

static const unsigned char *found(const unsigned char *text, size_t size,
                                  const unsigned char *part, size_t part_size)
{
    return memmem(text, size, part, part_size);
}

static void instr(context *context, int count, value **values)
{
    const unsigned char *text, *part, *at;
    int is_text, size, part_size, position = 1;
    (void)count;
    if (api.value_type(values[0]) == NULL_VALUE || api.value_type(values[1]) == NULL_VALUE)
        return;
    is_text = api.value_type(values[0]) != BLOB_VALUE
        || api.value_type(values[1]) != BLOB_VALUE;
    text = is_text ? api.value_text(values[0]) : api.value_blob(values[0]);
    size = api.value_bytes(values[0]);
    part = is_text ? api.value_text(values[1]) : api.value_blob(values[1]);
    part_size = api.value_bytes(values[1]);
    if (part_size == 0) {
        api.result_int(context, 1);
        return;
    }
    if (text == NULL || part == NULL) {
        if (size > 0)
            api.result_error_nomem(context);
        else
            api.result_int(context, 0);
        return;
    }
    at = found(text, size, part, part_size);
    /* A text begins where a character does. */
    while (is_text && at != NULL && at > text && (*at & 0xc0) == 0x80)
        at = found(at + 1, text + size - (at + 1), part, part_size);
    if (at == NULL) {
        api.result_int(context, 0);
        return;
    }
    for (; text < at; text++)
        position += !is_text || (text[1] & 0xc0) != 0x80;
    api.result_int(context, position);
}

static void replace(context *context, int count, value **values)
{
    const unsigned char *text = api.value_text(values[0]);
    int size = text == NULL ? 0 : api.value_bytes(values[0]);
    const unsigned char *part = text == NULL ? NULL : api.value_text(values[1]);
    const unsigned char *by, *end, *at, *from;
    long long result_size = size;
    int part_size, by_size;
    char *result, *to;
    (void)count;
    if (part == NULL)
        return;
    if (*part == 0) {
        api.result_text(context, (const char *)text, size, TRANSIENT);
        return;
    }
    part_size = api.value_bytes(values[1]);
    by = api.value_text(values[2]);
    if (by == NULL)
        return;
    by_size = api.value_bytes(values[2]);
    end = text + size;
    for (at = text; (at = found(at, end - at, part, part_size)) != NULL; at += part_size)
        result_size += by_size - part_size;
    if (result_size > api.limit(api.context_db_handle(context), LIMIT_LENGTH, -1)) {
        api.result_error_toobig(context);
        return;
    }
    result = to = api.malloc((int)result_size + 1);
    if (result == NULL) {
        api.result_error_nomem(context);
        return;
    }
    for (from = text; (at = found(from, end - from, part, part_size)) != NULL;
            from = at + part_size) {
        memcpy(to, from, at - from);
        to += at - from;
        memcpy(to, by, by_size);
        to += by_size;
    }
    memcpy(to, from, end - from);
    result[result_size] = 0;
    api.result_text(context, result, (int)result_size, api.free);
}

/* The size of the character that begins at `text`, with what continues it. */
static int character_size(const unsigned char *text, const unsigned char *end)
{
    const unsigned char *p = text + 1;
    if (*text >= 0xc0) {
        while (p < end && (*p & 0xc0) == 0x80)
            p++;
    }
    return p - text;
}

/* Whether the text has a character of the set at its start, or at its end: its size. */
static int trimmed(const unsigned char *text, int size, const unsigned char *set,
                   const unsigned char *set_end, int at_end)
{
    while (set < set_end) {
        int one = character_size(set, set_end);
        if (!may_go_on())
            return -1;
        if (one <= size && memcmp(at_end ? text + size - one : text, set, one) == 0)
            return one;
        set += one;
    }
    return 0;
}

enum { LEFT = 1, RIGHT = 2 };
static const int left = LEFT, right = RIGHT, both = LEFT | RIGHT;

static void trim(context *context, int count, value **values)
{
    int sides = *(const int *)api.user_data(context);
    const unsigned char *text = api.value_text(values[0]);
    int size = text == NULL ? 0 : api.value_bytes(values[0]);
    const unsigned char *set = text == NULL ? NULL : api.value_text(values[1]);
    const unsigned char *set_end;
    int one = 0;
    (void)count;
    if (set == NULL)
        return;
    set_end = set + api.value_bytes(values[1]);
    if (sides & LEFT) {
        while ((one = trimmed(text, size, set, set_end, 0)) > 0) {
            text += one;
            size -= one;
        }
    }
    if (one >= 0 && sides & RIGHT) {
        while ((one = trimmed(text, size, set, set_end, 1)) > 0)
            size -= one;
    }
    if (one < 0)
        api.result_error(context, "interrupted", -1);
    else
        api.result_text(context, (const char *)text, size, TRANSIENT);
}

static int define(void *db, const char *name, int count, function function, const void *data)
{
    return api.create_function_v2(db, name, count, UTF8 | DETERMINISTIC | INNOCUOUS,
                                  (void *)data, function, NULL, NULL, NULL);
}

static int define_like(void *db, int minds_case)
{
    const struct style *style = minds_case ? &exact_like_style : &like_style;
    return define(db, "like", 2, like, style) | define(db, "like", 3, like, style);
}

/* Names in lists are sorted. */

static int compare(const void *name, const void *entry)
{
    return strcasecmp(name, *(const char *const *)entry);
}

#define IS_IN(name, list) \
    (bsearch(name, list, sizeof list / sizeof list[0], sizeof list[0], compare) != NULL)

/* What computes a value and does nothing else.  load_extension is refused by SQLite
   itself, with a message of its own. */
static const char *const functions[] = {
    "->", "->>", "abs", "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "avg",
    "bm25", "ceil", "ceiling", "changes", "char", "coalesce", "concat", "concat_ws", "cos",
    "cosh", "count", "cume_dist", "current_date", "current_time", "current_timestamp",
    "date", "datetime", "degrees", "dense_rank", "exp", "first_value", "floor", "format",
    "fts5_get_locale", "fts5_insttoken", "fts5_locale", "fts5_source_id", "glob",
    "group_concat", "hex", "highlight", "if", "ifnull", "iif", "instr", "json",
    "json_array", "json_array_insert", "json_array_length", "json_error_position",
    "json_extract", "json_group_array", "json_group_object", "json_insert", "json_object",
    "json_patch", "json_pretty", "json_quote", "json_remove", "json_replace", "json_set",
    "json_type", "json_valid", "jsonb", "jsonb_array", "jsonb_array_insert",
    "jsonb_extract", "jsonb_group_array", "jsonb_group_object", "jsonb_insert",
    "jsonb_object", "jsonb_patch", "jsonb_remove", "jsonb_replace", "jsonb_set",
    "julianday", "lag", "last_insert_rowid", "last_value", "lead", "length", "like",
    "likelihood", "likely", "ln", "load_extension", "log", "log10", "log2", "lower",
    "ltrim", "match", "matchinfo", "max", "median", "min", "mod", "nth_value", "ntile",
    "nullif", "octet_length", "offsets", "optimize", "percent_rank", "percentile",
    "percentile_cont", "percentile_disc", "pi", "pow", "power", "printf", "quote",
    "radians", "random", "randomblob", "rank", "replace", "round", "row_number",
    "rtreecheck", "rtrim", "sign", "sin", "sinh", "snippet", "soundex",
    "sqlite_add_constraint", "sqlite_compileoption_get", "sqlite_compileoption_used",
    "sqlite_drop_column", "sqlite_drop_constraint", "sqlite_fail",
    "sqlite_find_constraint", "sqlite_offset", "sqlite_rename_column",
    "sqlite_rename_quotefix", "sqlite_rename_table", "sqlite_rename_test",
    "sqlite_source_id", "sqlite_version", "sqrt", "strftime", "string_agg", "substr",
    "substring", "subtype", "sum", "tan", "tanh", "time", "timediff", "total",
    "total_changes", "trim", "trunc", "typeof", "unhex", "unicode", "unistr",
    "unistr_quote", "unixepoch", "unlikely", "upper", "zeroblob",
};

static const char *const pragmas[] = {
    "analysis_limit", "application_id", "auto_vacuum", "automatic_index", "busy_timeout",
    "cache_size", "cache_spill", "case_sensitive_like", "cell_size_check",
    "checkpoint_fullfsync", "collation_list", "compile_options", "count_changes",
    "data_version", "database_list", "default_cache_size", "defer_foreign_keys",
    "empty_result_callbacks", "encoding", "foreign_key_check", "foreign_key_list",
    "foreign_keys", "freelist_count", "full_column_names", "fullfsync", "function_list",
    "ignore_check_constraints", "incremental_vacuum", "index_info", "index_list",
    "index_xinfo", "integrity_check", "journal_mode", "journal_size_limit",
    "legacy_alter_table", "legacy_file_format", "locking_mode", "max_page_count",
    "mmap_size", "module_list", "optimize", "page_count", "page_size", "pragma_list",
    "query_only", "quick_check", "read_uncommitted", "recursive_triggers",
    "reverse_unordered_selects", "schema_version", "secure_delete", "short_column_names",
    "shrink_memory", "synchronous", "table_info", "table_list", "table_xinfo",
    "user_version", "wal_autocheckpoint", "wal_checkpoint",
};

/* May be read; may be set to false. */
static const char *const switches[] = {"trusted_schema", "writable_schema"};

/* May be read. */
static const char *const readable_pragmas[] = {
    "hard_heap_limit", "soft_heap_limit", "temp_store"};

/* Neither; other pragmas do nothing, as if SQLite did not know them. */
static const char *const refused_pragmas[] = {
    "data_store_directory", "lock_proxy_file", "temp_store_directory"};

/* Modules of virtual tables that show nothing but their own data. */
static const char *kept_modules[] = {
    "dbstat", "fts3", "fts4", "fts4aux", "fts5", "fts5vocab", "json_each", "json_tree",
    "rtree", "rtree_i32", NULL};

static int is_true(const char *text)
{
    static const char *const words[] = {"on", "true", "yes"};
    if ('0' <= text[0] && text[0] <= '9')
        return (atoi(text) & 0xff) != 0;
    return IS_IN(text, words);
}

/* -1, or whether LIKE has to mind letter case since the last statement. */
static int like_changed = -1;

static int pragma_is_allowed(const char *name, const char *argument)
{
    if (strcasecmp(name, "case_sensitive_like") == 0 && argument != NULL)
        like_changed = is_true(argument);
    if (IS_IN(name, pragmas))
        return ALLOW;
    if (IS_IN(name, switches))
        return argument != NULL && is_true(argument) ? DENY : ALLOW;
    if (strcasecmp(name, "temp_store") == 0 && argument != NULL)
        return strcasecmp(argument, "memory") == 0 || strcmp(argument, "2") == 0
            ? ALLOW : SKIP;
    if (IS_IN(name, readable_pragmas))
        return argument != NULL ? DENY : ALLOW;
    return IS_IN(name, refused_pragmas) ? DENY : SKIP;
}

static int authorize(void *data, int action, const char *first, const char *second,
                     const char *database, const char *trigger)
{
    static const char *const modules[] = {
        "fts3", "fts4", "fts4aux", "fts5", "fts5vocab", "rtree", "rtree_i32"};
    (void)data;
    (void)database;
    (void)trigger;
    /* Compiling a statement may take long, too. */
    if (++actions % ACTIONS == 0 && lexvm_sqlite_stops())
        return DENY;
    switch (action) {
    case PRAGMA:
        return pragma_is_allowed(first, second);
    case FUNCTION:
        return IS_IN(second, functions) ? ALLOW : DENY;
    case CREATE_VTABLE:
        return IS_IN(second, modules) ? ALLOW : DENY;
    }
    /* What these do to files, the calls of the system decide. */
    return 0 < action && action <= LAST_ACTION ? ALLOW : DENY;
}

/* Before the library is used for the first time.  -> NULL, or what it does not have. */
RPY_EXTERN const char *lexvm_sqlite_configure(void *library)
{
    size_t i;
    for (i = 0; i < sizeof symbols / sizeof symbols[0]; i++) {
        void *address = dlsym(library, symbols[i].name);
        if (address == NULL)
            return symbols[i].name;
        *symbols[i].slot = address;
    }
    api.config(MEMORY_STATUS, 1);
    api.config(URI, 0);
    api.config(MAP_SIZE, 0LL, 0LL);
    ignores_blobs = api.compileoption_used("LIKE_DOESNT_MATCH_BLOBS");
    return NULL;
}

/* A new connection.  -> a result code. */
RPY_EXTERN int lexvm_sqlite_restrict(void *db)
{
    static const int settings[][2] = {
        {LOAD_EXTENSION, 0}, {FTS3_TOKENIZER, 0}, {WRITABLE_SCHEMA, 0},
        {TRUSTED_SCHEMA, 0}, {DEFENSIVE, 1}};
    size_t i;
    int result = 0;
    for (i = 0; i < sizeof settings / sizeof settings[0]; i++)
        result |= api.db_config(db, settings[i][0], settings[i][1], NULL);
    result |= api.drop_modules(db, kept_modules);
    result |= define(db, "glob", 2, like, &glob_style) | define_like(db, 0);
    result |= define(db, "instr", 2, instr, NULL) | define(db, "replace", 3, replace, NULL);
    result |= define(db, "ltrim", 2, trim, &left) | define(db, "rtrim", 2, trim, &right);
    result |= define(db, "trim", 2, trim, &both);
    return result | api.set_authorizer(db, authorize, NULL);
}

/* After a call that may have compiled a statement: SQLite's own LIKE comes back with a
   pragma. */
RPY_EXTERN void lexvm_sqlite_after(void *db)
{
    if (like_changed >= 0) {
        define_like(db, like_changed);
        like_changed = -1;
    }
}
