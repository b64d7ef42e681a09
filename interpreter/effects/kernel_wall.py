"""The policy once more, kept by the kernel: what a hole in the checks of LexVM
would give away, Linux refuses.

Landlock (files, TCP, signals to other processes) and a seccomp filter (starting
programs, sockets, and system calls that no Lex program needs) are applied to the
process after a program is loaded and before it runs; child processes inherit
both.  See docs/limits.rst, "The kernel as second wall".
"""

import os

from rpython.rlib.debug import debug_start, debug_stop
from rpython.rlib.objectmodel import we_are_translated
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

# Rights of a path, as bits.
READ = 1
WRITE = 2
EXECUTE = 4
REPLACE = 8             # make and remove files in a folder, as renaming does
LIST = 16               # see the names in folders
REMOVE_FOLDERS = 32     # remove empty folders in a folder

# Operations with these effects open files.
READING_KINDS = ['io', 'fs_read', 'fs_walk', 'sql', 'kv', 'vcs', 'stream', 'proc', 'net']
WRITING_KINDS = ['io', 'fs_write', 'sql', 'kv', 'log', 'vcs', 'stream', 'proc']
STORE_KINDS = ['sql', 'kv', 'vcs']
NETWORK_KINDS = ['net', 'llm', 'llm_cloud', 'llm_local', 'a2a', 'mcp', 'chat', 'sql']

# What LexVM itself reads while a program runs: libraries, time zones, certificates,
# names of hosts, random numbers.
RUNTIME_PLACES = ['/usr/lib', '/lib', '/lib64', '/usr/local/lib', '/usr/lib64',
                  '/usr/share/zoneinfo', '/etc/localtime', '/etc/ld.so.cache',
                  '/etc/ssl', '/etc/pki', '/usr/share/ca-certificates',
                  '/etc/resolv.conf', '/etc/hosts', '/etc/nsswitch.conf',
                  '/etc/gai.conf', '/etc/host.conf', '/etc/services', '/run/systemd/resolve',
                  '/dev/urandom', '/dev/random', '/dev/null', '/proc/self']
PROGRAM_PLACES = ['/bin', '/sbin', '/usr', '/lib', '/lib64', '/etc', '/opt']

_CODE = r"""
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>

/* The kernel's numbers; headers of older systems lack them. */
#define CREATE_RULESET 444
#define ADD_RULE 445
#define RESTRICT_SELF 446
#define VERSION_FLAG 1
#define PATH_BENEATH 1

#define FS_EXECUTE (1ULL << 0)
#define FS_WRITE_FILE (1ULL << 1)
#define FS_READ_FILE (1ULL << 2)
#define FS_READ_DIR (1ULL << 3)
#define FS_REMOVE_DIR (1ULL << 4)
#define FS_REMOVE_FILE (1ULL << 5)
#define FS_MAKE_CHAR (1ULL << 6)
#define FS_MAKE_DIR (1ULL << 7)
#define FS_MAKE_REG (1ULL << 8)
#define FS_MAKE_SOCK (1ULL << 9)
#define FS_MAKE_FIFO (1ULL << 10)
#define FS_MAKE_BLOCK (1ULL << 11)
#define FS_MAKE_SYM (1ULL << 12)
#define FS_REFER (1ULL << 13)
#define FS_TRUNCATE (1ULL << 14)
#define FS_IOCTL_DEV (1ULL << 15)
#define NET_BIND_TCP (1ULL << 0)
#define NET_CONNECT_TCP (1ULL << 1)
#define SCOPE_ALL 3ULL

struct ruleset { uint64_t fs, net, scoped; };
struct beneath { uint64_t allowed; int32_t fd; } __attribute__((packed));

static int ruleset_fd = -1;
static uint64_t handled;

#define READING (FS_READ_FILE | FS_READ_DIR)
#define WRITING (FS_WRITE_FILE | FS_REMOVE_DIR | FS_REMOVE_FILE | FS_MAKE_DIR | \
    FS_MAKE_REG | FS_MAKE_SYM | FS_MAKE_FIFO | FS_MAKE_SOCK | FS_REFER | FS_TRUNCATE)
#define OF_A_FILE (FS_EXECUTE | FS_WRITE_FILE | FS_READ_FILE | FS_TRUNCATE | FS_IOCTL_DEV)

long lexvm_landlock_version(void)
{
    long version = syscall(CREATE_RULESET, NULL, 0, VERSION_FLAG);
    return version < 0 ? 0 : version;
}

/* Restrict reading, writing and executing as asked; 0, or an errno. */
long lexvm_landlock_begin(long reading, long writing, long executing, long network)
{
    struct ruleset rules;
    long version = lexvm_landlock_version();
    size_t size = sizeof rules;
    memset(&rules, 0, sizeof rules);
    if (version < 1)
        return ENOSYS;
    if (reading)
        rules.fs |= READING;
    if (writing)
        rules.fs |= WRITING | FS_MAKE_CHAR | FS_MAKE_BLOCK;
    if (executing)
        rules.fs |= FS_EXECUTE;
    if (version < 2)
        rules.fs &= ~FS_REFER;
    if (version < 3)
        rules.fs &= ~FS_TRUNCATE;
    if (version >= 4 && network)
        rules.net = NET_BIND_TCP | NET_CONNECT_TCP;
    if (version >= 6)
        rules.scoped = SCOPE_ALL;
    if (version < 4)
        size = offsetof(struct ruleset, net);
    else if (version < 6)
        size = offsetof(struct ruleset, scoped);
    if (!rules.fs && !rules.net && !rules.scoped)
        return 0;
    handled = rules.fs;
    ruleset_fd = syscall(CREATE_RULESET, &rules, size, 0);
    return ruleset_fd < 0 ? errno : 0;
}

/* Allow at and beneath a path; 0, or an errno. */
long lexvm_landlock_allow(char *path, long rights)
{
    struct beneath rule;
    struct stat status;
    long result = 0;
    uint64_t allowed = 0;
    if (ruleset_fd < 0)
        return 0;
    if (rights & 1)
        allowed |= READING;
    if (rights & 2)
        allowed |= WRITING;
    if (rights & 4)
        allowed |= FS_EXECUTE | FS_READ_FILE;
    if (rights & 8)
        allowed |= FS_MAKE_REG | FS_REMOVE_FILE;
    if (rights & 16)
        allowed |= FS_READ_DIR;
    if (rights & 32)
        allowed |= FS_REMOVE_DIR;
    rule.fd = open(path, O_PATH | O_CLOEXEC);
    if (rule.fd < 0)
        return errno;
    if (fstat(rule.fd, &status) == 0 && !S_ISDIR(status.st_mode))
        allowed &= OF_A_FILE;
    rule.allowed = allowed & handled;
    if (rule.allowed && syscall(ADD_RULE, ruleset_fd, PATH_BENEATH, &rule, 0) != 0)
        result = errno;
    close(rule.fd);
    return result;
}

/* From now on; 0, or an errno. */
long lexvm_landlock_enforce(void)
{
    long result = 0;
    if (ruleset_fd < 0)
        return 0;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
            syscall(RESTRICT_SELF, ruleset_fd, 0) != 0)
        result = errno;
    close(ruleset_fd);
    ruleset_fd = -1;
    return result;
}

#if defined(__x86_64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef THIS_ARCHITECTURE
#define FAIL BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define PASS BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define DENY(number) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), FAIL

static struct sock_filter start_programs[] = {
    DENY(__NR_execve), DENY(__NR_execveat),
};

static struct sock_filter open_sockets[] = {
    DENY(__NR_socket), DENY(__NR_socketpair), DENY(__NR_connect), DENY(__NR_bind),
};

/* What reaches into the kernel or into other processes. */
static struct sock_filter never[] = {
    DENY(__NR_ptrace), DENY(__NR_process_vm_readv), DENY(__NR_process_vm_writev),
    DENY(__NR_bpf), DENY(__NR_perf_event_open), DENY(__NR_keyctl), DENY(__NR_add_key),
    DENY(__NR_request_key), DENY(__NR_userfaultfd), DENY(__NR_mount), DENY(__NR_umount2),
    DENY(__NR_pivot_root), DENY(__NR_chroot), DENY(__NR_unshare), DENY(__NR_setns),
    DENY(__NR_init_module), DENY(__NR_finit_module), DENY(__NR_delete_module),
    DENY(__NR_kexec_load), DENY(__NR_reboot), DENY(__NR_swapon), DENY(__NR_swapoff),
    DENY(__NR_open_by_handle_at), DENY(__NR_name_to_handle_at), DENY(__NR_acct),
    DENY(__NR_quotactl), DENY(__NR_syslog), DENY(__NR_settimeofday),
    DENY(__NR_clock_settime), DENY(__NR_sethostname), DENY(__NR_setdomainname),
    DENY(425), DENY(426), DENY(427),    /* io_uring does what the filter does not see */
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static size_t append(struct sock_filter *filter, size_t length,
                     const struct sock_filter *part, size_t count)
{
    memcpy(filter + length, part, count * sizeof *part);
    return length + count;
}
#endif

/* 0, or an errno. */
long lexvm_seccomp(long no_programs, long no_sockets)
{
#ifdef THIS_ARCHITECTURE
    static const struct sock_filter head[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_ARCHITECTURE, 1, 0),
        FAIL,
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
        FAIL,
    };
    static const struct sock_filter pass[] = { PASS };
    struct sock_filter filter[LENGTH(head) + LENGTH(never) + LENGTH(start_programs) +
                              LENGTH(open_sockets) + 1];
    struct sock_fprog program;
    size_t length = append(filter, 0, head, LENGTH(head));
    length = append(filter, length, never, LENGTH(never));
    if (no_programs)
        length = append(filter, length, start_programs, LENGTH(start_programs));
    if (no_sockets)
        length = append(filter, length, open_sockets, LENGTH(open_sockets));
    length = append(filter, length, pass, 1);
    program.len = length;
    program.filter = filter;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
            prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        return errno;
    return 0;
#else
    return ENOSYS;
#endif
}

long lexvm_has_seccomp(void)
{
#ifdef THIS_ARCHITECTURE
    return prctl(PR_GET_SECCOMP) >= 0;
#else
    return 0;
#endif
}

#else
long lexvm_landlock_version(void) { return 0; }
long lexvm_landlock_begin(long a, long b, long c, long d) { return ENOSYS; }
long lexvm_landlock_allow(char *path, long rights) { return ENOSYS; }
long lexvm_landlock_enforce(void) { return ENOSYS; }
long lexvm_seccomp(long no_programs, long no_sockets) { return ENOSYS; }
long lexvm_has_seccomp(void) { return 0; }
#endif
"""

_DECLARATIONS = """
RPY_EXTERN long lexvm_landlock_version(void);
RPY_EXTERN long lexvm_landlock_begin(long, long, long, long);
RPY_EXTERN long lexvm_landlock_allow(char *, long);
RPY_EXTERN long lexvm_landlock_enforce(void);
RPY_EXTERN long lexvm_seccomp(long, long);
RPY_EXTERN long lexvm_has_seccomp(void);
"""

_info = ExternalCompilationInfo(separate_module_sources=[_CODE],
                                post_include_bits=[_DECLARATIONS])


def _external(name, types):
    return rffi.llexternal('lexvm_' + name, types, lltype.Signed,
                           compilation_info=_info, _nowrapper=True)


_version = _external('landlock_version', [])
_begin = _external('landlock_begin', [lltype.Signed] * 4)
_allow = _external('landlock_allow', [rffi.CCHARP, lltype.Signed])
_enforce = _external('landlock_enforce', [])
_seccomp = _external('seccomp', [lltype.Signed] * 2)
_has_seccomp = _external('has_seccomp', [])


class Rule(object):
    """The ``rights`` at and beneath ``path``."""

    def __init__(self, path, rights):
        self.path = path
        self.rights = rights


class Wall(object):
    """A Policy as the kernel can keep it.  ``reading``, ``writing``,
    ``executing`` and ``network`` tell what is restricted to the ``rules``;
    the network and programs are all or nothing."""

    def __init__(self, policy):
        self.reading = not _grants_any(policy, READING_KINDS) or len(policy.fs_read) > 0
        self.writing = not _grants_any(policy, WRITING_KINDS) or len(policy.fs_write) > 0
        self.executing = not policy.grants('proc')
        self.network = not _grants_any(policy, NETWORK_KINDS)
        self.rules = []
        for path in RUNTIME_PLACES:
            self.rules.append(Rule(path, READ))
        self.rules.append(Rule('/dev/null', READ | WRITE))
        if not self.executing:
            for path in PROGRAM_PLACES:
                self.rules.append(Rule(path, READ | EXECUTE))
            for path in policy.procs:
                if path.find('/') >= 0:
                    self.rules.append(Rule(path, READ | EXECUTE))
        if _grants_any(policy, READING_KINDS):
            for path in policy.fs_read:
                self.rules.append(Rule(existing(path), READ))
        if _grants_any(policy, WRITING_KINDS):
            # To remove a folder is to see what is in it.
            rights = WRITE | LIST
            if _grants_any(policy, STORE_KINDS):
                rights |= READ
            for path in policy.fs_write:
                self._allow_writing(existing(path), rights)
        if policy.grants('fs_walk'):
            # Patterns are looked for from their first folder on.
            self.rules.append(Rule('/', LIST))

    def _allow_writing(self, path, rights):
        """In and at a place.  To remove the place itself is a right in its
        folder."""
        self.rules.append(Rule(path, rights))
        if os.path.isdir(path):
            self.rules.append(Rule(folder_of(path), REMOVE_FOLDERS))
        else:
            self.rules.append(Rule(folder_of(path), REPLACE))

    def allow_replacing(self, path, folder):
        """For a file of LexVM's own in a folder, which is looked at and replaced
        when its successor is complete."""
        self.rules.append(Rule(path, READ))
        self.rules.append(Rule(folder, REPLACE))

    def build(self):
        """From now on and for good.  -> whether the kernel keeps all of it."""
        if not we_are_translated():
            return False
        # The log of the toolchain (PYPYLOG) is opened where it is first used.
        debug_start('lexvm-wall')
        debug_stop('lexvm-wall')
        files = self._restrict_files()
        return _seccomp(int(self.executing), int(self.network)) == 0 and files

    def _restrict_files(self):
        if _begin(int(self.reading), int(self.writing), 0, int(self.network)) != 0:
            return False
        for rule in self.rules:
            with rffi.scoped_str2charp(rule.path) as c_path:
                _allow(c_path, rule.rights)
        return _enforce() == 0


def _grants_any(policy, kinds):
    for grant in policy.grant_list:
        if grant.kind in kinds:
            return True
    return False


def folder_of(path):
    end = len(path)
    while end > 1 and path[end - 1] == '/':
        end -= 1
    assert end >= 0
    path = path[:end]
    slash = path.rfind('/')
    if slash < 0:
        return '.'
    if slash == 0:
        return '/'
    return path[:slash]


def existing(path):
    """A path, or its nearest ancestor that exists: rules are for what is
    there."""
    while path != '':
        try:
            os.stat(path)
            return path
        except OSError:
            pass
        if path == '.' or path == '/':
            return path
        path = folder_of(path)
    return '.'


def has_landlock():
    return we_are_translated() and _version() > 0


def has_seccomp():
    return we_are_translated() and _has_seccomp() != 0


def available():
    """What this kernel offers, for a reader."""
    kept = []
    if has_landlock():
        kept.append('Landlock %d' % _version())
    if has_seccomp():
        kept.append('seccomp')
    if len(kept) == 0:
        return 'no walls'
    return ', '.join(kept)
