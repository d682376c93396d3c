import os

TRUE = ("1", "true", "yes", "on")


def env(name, default=None):
    return os.environ.get(name, default)


def env_bool(name, default=False):
    value = os.environ.get(name)
    if value is None:
        return default
    return value.strip().lower() in TRUE


def env_list(name, default=""):
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def required(name):
    try:
        return os.environ[name]
    except KeyError:
        raise RuntimeError(f"{name} is not set")
