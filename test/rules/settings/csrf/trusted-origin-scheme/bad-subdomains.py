#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = (
    '.example.org',
#   ^^^^^^^^^^^^^^ csrf/trusted-origin-scheme: `.example.org` in `CSRF_TRUSTED_ORIGINS` has no scheme.
    '*.example.net:8443',
#   ^^^^^^^^^^^^^^^^^^^^ csrf/trusted-origin-scheme: `*.example.net:8443` in `CSRF_TRUSTED_ORIGINS` has no scheme.
    'localhost:8000',
#   ^^^^^^^^^^^^^^^^ csrf/trusted-origin-scheme: `localhost:8000` in `CSRF_TRUSTED_ORIGINS` has no scheme.
)
