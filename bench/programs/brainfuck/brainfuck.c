/* An interpreter for Brainfuck runs a program n times; the code is a tree of operations.
   The answer is a checksum of the output. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind { ADD, MOVE, OUT, LOOP };

struct op { enum kind kind; int k; struct op *body, *next; };

static int tape[1000];
static int *cell;
static long sum;

static struct op *parse(const char **code) {
    struct op *first = NULL, **last = &first;
    while (**code && **code != ']') {
        struct op *op = calloc(1, sizeof *op);
        if (!op) abort();
        switch (*(*code)++) {
        case '+': op->kind = ADD; op->k = 1; break;
        case '-': op->kind = ADD; op->k = 255; break;
        case '>': op->kind = MOVE; op->k = 1; break;
        case '<': op->kind = MOVE; op->k = -1; break;
        case '.': op->kind = OUT; break;
        default:
            op->kind = LOOP;
            op->body = parse(code);
            (*code)++;
        }
        *last = op;
        last = &op->next;
    }
    return first;
}

static void run(const struct op *op) {
    for (; op; op = op->next) {
        switch (op->kind) {
        case ADD: *cell = (*cell + op->k) % 256; break;
        case MOVE: cell += op->k; break;
        case OUT: sum = (sum * 31 + *cell) % 1000003; break;
        case LOOP: while (*cell) run(op->body);
        }
    }
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    const char *code =
        "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>"
        ".<-.<.+++.------.--------.>>+.>++.";
    const struct op *ops = parse(&code);
    for (long n = atol(argv[1]); n > 0; n--) {
        memset(tape, 0, sizeof tape);
        cell = tape + 500;
        run(ops);
    }
    printf("%ld\n", sum);
    return 0;
}
