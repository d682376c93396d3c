"""Serves one page through MIDDLEWARE in the order of the command line and prints what two visitors get, as JSON."""
import json
import sys

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

names = {
    'security': 'django.middleware.security.SecurityMiddleware',
    'session': 'django.contrib.sessions.middleware.SessionMiddleware',
    'auth': 'django.contrib.auth.middleware.AuthenticationMiddleware',
    'messages': 'django.contrib.messages.middleware.MessageMiddleware',
    'common': 'django.middleware.common.CommonMiddleware',
    'csrf': 'django.middleware.csrf.CsrfViewMiddleware',
    'locale': 'django.middleware.locale.LocaleMiddleware',
    'update': 'django.middleware.cache.UpdateCacheMiddleware',
    'fetch': 'django.middleware.cache.FetchFromCacheMiddleware',
}
settings.configure(
    SECRET_KEY='not a secret',
    ALLOWED_HOSTS=['*'],
    ROOT_URLCONF=__name__,
    LANGUAGE_CODE='en',
    LANGUAGES=[('en', 'English'), ('de', 'German')],
    CACHES={'default': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache'}},
    SESSION_ENGINE='django.contrib.sessions.backends.signed_cookies',
    CSRF_USE_SESSIONS='csrf' in sys.argv[1],
    SECURE_HSTS_SECONDS=5,
    MIDDLEWARE=[names[word] for word in sys.argv[1].split(',')],
    INSTALLED_APPS=['django.contrib.auth', 'django.contrib.contenttypes', 'django.contrib.sessions', 'django.contrib.messages'],
)
django.setup()

from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django.utils import translation


def page(request):
    user = request.session.get('user') if hasattr(request, 'session') else None
    return HttpResponse(f'{user} {translation.get_language()}')


def enter(request):
    request.session['user'] = request.GET['user']
    return HttpResponse('', headers={'Cache-Control': 'private'})


urlpatterns = [path('page/', page), path('enter/', enter)]


def visit():
    ann, bob = Client(), Client()
    if 'session' in sys.argv[1]:
        ann.get('/enter/?user=ann')
        bob.get('/enter/?user=bob')
    pages = [client.get('/page/', HTTP_ACCEPT_LANGUAGE=language).content.decode() for client, language in ((ann, 'en'), (bob, 'de'))]
    redirect = ann.get('/page', secure=True)
    return {'ann': pages[0], 'bob': pages[1], 'redirect': redirect.headers.get('Strict-Transport-Security')}


try:
    print(json.dumps(visit()))
except (ImproperlyConfigured, AttributeError) as error:
    print(json.dumps({'error': type(error).__name__}))
