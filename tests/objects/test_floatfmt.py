"""The float layouts."""

import pytest
from hypothesis import given, strategies as st

from interpreter.objects.floatfmt import (
    debug_float, display_float, json_float, toml_float, yaml_float)

INF = float('inf')
NAN = float('nan')


@pytest.mark.parametrize('x, text', [
    (100.0, '100.0'), (1e15, '1000000000000000.0'), (12.5, '12.5'),
    (1e-5, '0.00001'), (1e-6, '1e-6'), (1e16, '1e+16'), (1.5e16, '1.5e+16'),
    (1.5e300, '1.5e+300'), (-0.0, '-0.0'), (5e-324, '5e-324'),
    (1.7976931348623157e308, '1.7976931348623157e+308'), (0.1, '0.1'),
    (123456789012345680.0, '1.2345678901234568e+17'),
    (INF, 'null'), (NAN, 'null'),
])
def test_json(x, text):
    assert json_float(x) == text


@pytest.mark.parametrize('x, text', [
    (1.0, '1'), (-0.0, '-0'), (1e21, '1000000000000000000000'),
    (1e-7, '0.0000001'), (-2.5, '-2.5'),
    (NAN, 'NaN'), (INF, 'inf'), (-INF, '-inf'),
])
def test_display(x, text):
    assert display_float(x) == text


@pytest.mark.parametrize('x, text', [
    (1e100, '1' + '0' * 100 + '.0'), (1e-7, '0.0000001'), (1.0, '1.0')])
def test_toml(x, text):
    assert toml_float(x) == text


@pytest.mark.parametrize('x, text', [
    (1.0, '1.0'), (1e100, '1e100'), (1e-7, '1e-7'),
    (1.2345678901234568e17, '1.2345678901234568e17'), (-INF, '-.inf')])
def test_yaml(x, text):
    assert yaml_float(x) == text


@pytest.mark.parametrize('x, text', [
    (1.5, '1.5'), (0.0, '0.0'), (1e15, '1000000000000000.0'), (1e16, '1e16'),
    (0.0001, '0.0001'), (0.00001, '1e-5'), (NAN, 'NaN')])
def test_debug(x, text):
    assert debug_float(x) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_layout_reads_back(x):
    for layout in [json_float, display_float, toml_float, yaml_float,
                   debug_float]:
        assert repr(float(layout(x))) == repr(x)
