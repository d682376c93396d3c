from os import environ

from split_settings.tools import include, optional

environ.setdefault("DJANGO_ENV", "development")
_ENV = environ["DJANGO_ENV"]

include(
    "components/common.py",
    "components/cookies.py",
    f"environments/{_ENV}.py",
    optional("environments/local.py"),
)
