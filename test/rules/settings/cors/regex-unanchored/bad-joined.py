#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGIN_REGEXES = [r"^https://.*example\.org$", r"^https://\w+\.vercel\.app$"]
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors/regex-unanchored: `^https://.*example\.org$` asks for no dot before the domain: it also fits `evilexample.org`.
#                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors/regex-unanchored: `^https://\w+\.vercel\.app$` fits every site of a host that is open to all: `evil.vercel.app`.
