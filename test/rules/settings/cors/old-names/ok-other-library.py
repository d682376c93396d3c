#- config/settings/production.py
from .base import *

DEBUG = False
INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "corsheaders"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "shop.cors.Cors", "csp.middleware.CSPMiddleware", "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware", "django.contrib.messages.middleware.MessageMiddleware", "django.middleware.clickjacking.XFrameOptionsMiddleware"]
# Read by shop.cors.
CORS_ORIGIN_WHITELIST = ["https://app.example.org"]
#- shop/cors.py
class Cors:
    def __init__(self, get_response):
        self.get_response = get_response
