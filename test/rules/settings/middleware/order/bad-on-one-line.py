#- config/settings/production.py
from .base import *

DEBUG = False
LATER = ['corsheaders.middleware.CorsMiddleware', 'django.middleware.common.CommonMiddleware', 'csp.middleware.CSPMiddleware']
SILENCED_SYSTEM_CHECKS = ['security.W002', 'security.W003']  # an API without pages
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware', 'django.contrib.auth.middleware.AuthenticationMiddleware', 'django.contrib.sessions.middleware.SessionMiddleware'] + LATER
#                                                                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/order:session-before-auth
