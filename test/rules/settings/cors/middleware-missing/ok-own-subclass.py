#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE = [one.replace("corsheaders", "company") for one in MIDDLEWARE]
#- config/settings/development.py
from .base import *

DEBUG = True
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "shop.cors.ShopCors", "django.middleware.common.CommonMiddleware", "csp.middleware.CSPMiddleware", "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.csrf.CsrfViewMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware", "django.contrib.messages.middleware.MessageMiddleware", "django.middleware.clickjacking.XFrameOptionsMiddleware"]
#- shop/cors.py
from corsheaders.middleware import CorsMiddleware


class ShopCors(CorsMiddleware):
    pass
