#- config/settings/production.py
from .base import *

DEBUG = False
CSRF_TRUSTED_ORIGINS = ["https://*", "http://192.168.*.*", "https://shop.*"]
#                       ^^^^^^^^^^^ csrf/trusted-origin-wide: `https://*` in `CSRF_TRUSTED_ORIGINS` matches no origin at all.
#                                    ^^^^^^^^^^^^^^^^^^^^ csrf/trusted-origin-wide: `http://192.168.*.*` in `CSRF_TRUSTED_ORIGINS` matches no origin at all.
#                                                          ^^^^^^^^^^^^^^^^ csrf/trusted-origin-wide: `https://shop.*` in `CSRF_TRUSTED_ORIGINS` matches no origin at all.
