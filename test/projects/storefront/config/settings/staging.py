from .base import *

# Left on since the payment provider's sandbox was set up.
DEBUG = True

SECRET_KEY = 'staging-storefront-2024'

ALLOWED_HOSTS = ['staging.shop.example.com']

DATABASES = {
    'default': {
        'ENGINE': 'django.db.backends.postgresql',
        'NAME': 'storefront_staging',
        'USER': 'storefront',
        'PASSWORD': os.environ.get('DB_PASSWORD'),
        'HOST': os.environ.get('DB_HOST', 'db'),
        'PORT': '5432',
    }
}

SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

# Static files are to be seen by the access log of the test team as well.
MIDDLEWARE.remove('whitenoise.middleware.WhiteNoiseMiddleware')
MIDDLEWARE.append('whitenoise.middleware.WhiteNoiseMiddleware')
