/* Runs a command and reports what it used.

       measure REPORT COMMAND [ARG...]

   writes to the file REPORT: wall, user and system seconds, the peak of resident
   memory in KiB, and the wait status.  The command is a child of this small program
   and not of the runner, because Linux counts the memory of the process that calls
   exec into the peak of the program that is started. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval t) {
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    struct rusage used;
    int status;
    if (argc < 3) return 2;
    double start = now();
    pid_t child = fork();
    if (child < 0) return 2;
    if (child == 0) {
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    if (wait4(child, &status, 0, &used) != child) return 2;
    double wall = now() - start;
    FILE *report = fopen(argv[1], "w");
    if (!report) return 2;
    fprintf(report, "%.6f %.6f %.6f %ld %d\n", wall, seconds(used.ru_utime),
            seconds(used.ru_stime), used.ru_maxrss, status);
    return fclose(report) ? 2 : 0;
}
