#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGINS += ("https://app.example.org/", "https://api.example.org/v1")
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ cors/origin-format: `https://app.example.org/` in `CORS_ALLOWED_ORIGINS` goes on behind the host.
#                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors/origin-format: `https://api.example.org/v1` in `CORS_ALLOWED_ORIGINS` goes on behind the host.
