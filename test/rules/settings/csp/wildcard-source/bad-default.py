#- config/settings/production.py
from .base import *

DEBUG = False
CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"default-src": ["*"]}}
#                                                         ^^^ csp/wildcard-source: `*` in `default-src` of `CONTENT_SECURITY_POLICY` lets in scripts from every host in `config.settings.production`.
