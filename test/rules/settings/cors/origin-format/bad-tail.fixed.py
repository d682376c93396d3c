#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGINS += ("https://app.example.org", "https://api.example.org")
