#- config/settings/production.py
from .base import *

DEBUG = False
MAILERS = {
#<^^^^^ names/too-new
    "default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend"},
}
