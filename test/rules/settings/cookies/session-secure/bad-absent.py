#- base: none
#- manage.py
#- Procfile
web: gunicorn site_config.wsgi
#- site_config/settings.py
import os
#<^^^^^^^ cookies/session-secure: Nothing sets `SESSION_COOKIE_SECURE` in `site_config.settings`, and Django has it off.

SECRET_KEY = os.environ['SECRET_KEY']
DEBUG = os.environ.get('DEBUG') == '1'
ALLOWED_HOSTS = ['www.example.org']
INSTALLED_APPS = ['django.contrib.sessions', 'shop']
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.common.CommonMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
]
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_SSL_REDIRECT = True
CSRF_COOKIE_SECURE = not DEBUG
