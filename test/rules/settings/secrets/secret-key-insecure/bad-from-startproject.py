#- config/settings/base.py
SECRET_KEY = 'django-insecure-k3y' + '-of-this-shop-' * 4
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/secret-key-insecure: `SECRET_KEY` of `config.settings.production` is the literal that `startproject` wrote, of 75 characters.
ALLOWED_HOSTS = ['www.example.org']
SILENCED_SYSTEM_CHECKS = ['security.W002', 'security.W003']  # an API without pages
MIDDLEWARE = ['django.middleware.security.SecurityMiddleware']
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_SSL_REDIRECT = True
