"""Imports every module of the standard library, so that the registry is
complete."""

from interpreter.stdlib import (
    approval, bytes_, cli, crypto, crypto_ciphers, crypto_signatures, csv_,
    datetime, decimal, deque, dotenv, duration, env, float_, fs, http,
    int_, io_, json_, kv, list_, log, map_, math_, matrix, net, option,
    parser, process, rand, random_, regex, result, set_, sql, str_, stream,
    strftime, strptime, test, time_, toml, tuple_, yaml)
