#- config/settings/production.py
from .base import *

DEBUG = False
SILENCED_SYSTEM_CHECKS = ['security.W003']  # no page has a form
MIDDLEWARE = (
    'corsheaders.middleware.CorsMiddleware',
    'csp.middleware.CSPMiddleware',
    'django.middleware.security.SecurityMiddleware',
    'django.middleware.common.CommonMiddleware',
    'shop.middleware.BasketSession',  # The basket lives in it.
    # Who is it?
    'django.contrib.auth.middleware.AuthenticationMiddleware',
    'shed.middleware.Unseen',
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
)