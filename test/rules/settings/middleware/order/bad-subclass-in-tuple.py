#- config/settings/production.py
from .base import *

DEBUG = False
SILENCED_SYSTEM_CHECKS = ['security.W003']  # no page has a form
MIDDLEWARE = (
    'corsheaders.middleware.CorsMiddleware',
    'csp.middleware.CSPMiddleware',
    'django.middleware.security.SecurityMiddleware',
    'django.middleware.common.CommonMiddleware',
    # Who is it?
    'django.contrib.auth.middleware.AuthenticationMiddleware',
    'shop.middleware.BasketSession',  # The basket lives in it.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/order:session-before-auth: `BasketSession` comes after `AuthenticationMiddleware` in `MIDDLEWARE`.
    'shed.middleware.Unseen',
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
)
#- shop/middleware.py
from django.contrib.sessions import middleware as sessions


class Slow:
    pass


class BasketSession(Slow, sessions.SessionMiddleware):
    pass
