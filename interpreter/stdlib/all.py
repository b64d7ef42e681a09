"""Imports every module of the standard library, so that the registry is
complete."""

from interpreter.stdlib import (
    bytes_, cli, crypto, csv_, datetime, decimal, deque, dotenv, duration, env,
    float_, fs, int_, io_, json_, list_, log, map_, math_, matrix, option,
    parser, rand, random_, regex, result, set_, str_, strftime, test, time_,
    toml, tuple_, yaml)
from interpreter.stdlib import process
from interpreter.stdlib import http, kv, net, sql, stream
