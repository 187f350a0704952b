"""Skips a test whose receiver or library is not there; where CI is set, conftest makes a failure of that."""

import importlib
import shutil

import pytest


def need(*names: str) -> None:
    """Skips the calling test unless each name is a program on the PATH or a module that can be imported."""
    for name in names:
        if shutil.which(name):
            continue
        try:
            importlib.import_module(name)
        except ImportError as error:  # also a module whose system library is missing, as rtmidi's
            pytest.skip(f"needs {name}, a program or a module: {error} (`make test` installs it)")
