/* A server without a network: n request texts are taken apart, routed and answered. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct response { int status; char body[96]; };

static void request_text(long i, char *text) {
    switch (i % 4) {
    case 0: sprintf(text, "GET /items/%ld HTTP/1.1", i); break;
    case 1: sprintf(text, "GET /search?q=word%ld&page=2 HTTP/1.1", i); break;
    case 2: strcpy(text, "POST /items HTTP/1.1"); break;
    default: sprintf(text, "GET /nowhere/%ld HTTP/1.1", i);
    }
}

static struct response handle(char *text) {
    struct response r = { 404, "not found" };
    char *rest, *more;
    char *method = strtok_r(text, " ", &rest);
    char *target = strtok_r(NULL, " ", &rest);
    char *path = strtok_r(target, "?", &rest);
    char *query = strtok_r(NULL, "?", &rest);
    char *first = strtok_r(path, "/", &more);
    char *second = strtok_r(NULL, "/", &more);
    if (!strcmp(method, "GET") && !strcmp(first, "items")) {
        long id = second ? atol(second) : 0;
        r.status = 200;
        sprintf(r.body, "item %ld costs %ld", id, id * 7 % 1000);
    } else if (!strcmp(method, "GET") && !strcmp(first, "search")) {
        const char *found = "";
        for (char *part = strtok_r(query, "&", &more); part; part = strtok_r(NULL, "&", &more))
            if (!strncmp(part, "q=", 2)) found = part + 2;
        r.status = 200;
        char *end = r.body + sprintf(r.body, "found ");
        for (; *found; found++) *end++ = (char)toupper((unsigned char)*found);
        *end = 0;
    } else if (!strcmp(method, "POST") && !strcmp(first, "items")) {
        r.status = 201;
        strcpy(r.body, "created");
    }
    return r;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long length = 0, sum = 0;
    char text[256];
    for (long n = atol(argv[1]); n > 0; n--) {
        request_text(n, text);
        struct response r = handle(text);
        long k = sprintf(text, "HTTP/1.1 %d\r\nContent-Length: %zu\r\n\r\n%s", r.status,
                         strlen(r.body), r.body);
        length += k;
        sum = (sum * 31 + r.status + k) % 1000003;
    }
    printf("%ld\n", (length * 31 + sum) % 1000003);
    return 0;
}
