"""Counts the SQL statements of functions under a real Django. Reads its task from standard input as JSON."""

import importlib
import inspect
import json
import sys

import django
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext, setup_test_environment


def load(reference):
    module, name = reference.split(":")
    return getattr(importlib.import_module(module), name)


def public_functions(module_name):
    module = importlib.import_module(module_name)
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module_name and not name.startswith("_"):
            yield f"{module_name}.{name}", function


def measure(task):
    seed = load(task["seed"])
    functions = [pair for name in task["modules"] for pair in public_functions(name)]
    answer = {name: {} for name, _ in functions}
    for rows in task["rows"]:
        call_command("flush", interactive=False, verbosity=0)
        seed(rows)
        for name, function in functions:
            with CaptureQueriesContext(connection) as captured:
                result = function()
            answer[name][rows] = {"queries": len(captured), "result": result}
    return answer


def main():
    task = json.load(sys.stdin)
    django.setup()
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    print(json.dumps(measure(task), default=str))


main()
