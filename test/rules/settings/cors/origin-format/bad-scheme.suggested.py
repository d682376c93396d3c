#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGINS = [
    "https://www.example.org",
    "https://app.example.org",
    'http://localhost:3000',
]
