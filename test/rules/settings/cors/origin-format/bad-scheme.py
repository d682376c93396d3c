#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGINS = [
    "https://www.example.org",
    "app.example.org",
#   ^^^^^^^^^^^^^^^^^ cors/origin-format: `app.example.org` in `CORS_ALLOWED_ORIGINS` has no scheme or no host.
    'localhost:3000',
#   ^^^^^^^^^^^^^^^^ cors/origin-format: `localhost:3000` in `CORS_ALLOWED_ORIGINS` has no scheme or no host.
]
