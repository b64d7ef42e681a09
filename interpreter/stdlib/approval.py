"""std.approval: questions to an operator, whom a program run from the command
line does not have."""

from rpython.rlib import jit

from interpreter.objects.quote import debug_strings
from interpreter.objects.variant import err_str
from interpreter.stdlib.args import host_str
from interpreter.stdlib.registry import effect
from interpreter.stdlib.work import CONSTANT


@effect('approval', 'request', CONSTANT)
@jit.dont_look_inside
def request(host, w_scope, w_reason):
    host.check('approval')
    scope = host_str(w_scope)
    host_str(w_reason)
    scopes = host.policy.approvals
    if len(scopes) > 0 and scope not in scopes:
        return err_str('approval.request: scope `%s` not in --allow-approval '
                       '%s' % (scope, debug_strings(scopes)))
    return err_str('no ApprovalSink configured \xe2\x80\x94 call '
                   'DefaultHandler::with_approval_sink')
