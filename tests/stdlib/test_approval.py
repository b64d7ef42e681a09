from interpreter.effects.policy import Policy
from tests.stdlib.support import err, error_of, json_of, new_host

NOBODY = err('no ApprovalSink configured \xe2\x80\x94 call '
             'DefaultHandler::with_approval_sink')


def test_request():
    assert json_of('approval.request', 'a', 'why') == NOBODY
    host = new_host(Policy(['approval'], approvals=['a', 'b']))
    assert json_of('approval.request', 'b', 'why', host=host) == NOBODY
    assert json_of('approval.request', 'c', 'why', host=host) == err(
        'approval.request: scope `c` not in --allow-approval '
        '[\\"a\\", \\"b\\"]')
    assert error_of('approval.request', 'a', 'b',
                    host=new_host(Policy(['io']))) == (
        'effect `approval` not in --allow-effects')
