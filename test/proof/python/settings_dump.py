"""Prints what the settings of a project come to, as far as JSON can say it: run by `manage.py shell`."""

import json

from django.conf import settings


def plain(value):
    """Give the value for JSON; a tuple or set as a list, anything else unknown to JSON raises."""
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    raise TypeError(type(value).__name__)


def dump():
    """Print one line that holds every setting that can be said."""
    found = {}
    for name in dir(settings):
        if name.isupper():
            try:
                found[name] = plain(getattr(settings, name))
            except TypeError:
                continue
    print("SETTINGS " + json.dumps(found))
