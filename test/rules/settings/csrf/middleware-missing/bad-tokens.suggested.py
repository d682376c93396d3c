#- config/settings/production.py
from .base import *

DEBUG = False
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.staticfiles", "corsheaders", "rest_framework", "shop"]
MIDDLEWARE = ('corsheaders.middleware.CorsMiddleware', 'csp.middleware.CSPMiddleware', 'django.middleware.security.SecurityMiddleware', 'django.middleware.common.CommonMiddleware', 'django.middleware.csrf.CsrfViewMiddleware', 'django.middleware.clickjacking.XFrameOptionsMiddleware')
