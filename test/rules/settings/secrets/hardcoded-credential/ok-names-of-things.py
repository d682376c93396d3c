#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_TOKEN = "auth_token"
ACCOUNT_FORMS = {"reset_password": "shop.forms.ResetPassword"}
CSRF_HEADER_TOKEN = "HTTP_X_TOKEN"
TLS_PRIVATE_KEY = "/run/secrets/tls.key"
STRIPE_PUBLISHABLE_KEY = "a81fa77c20e94d6fa3c65d0b"
PASSWORD_RATE = "5/min"
