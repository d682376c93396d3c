#- config/settings/production.py
import os

from .base import *

DEBUG = False
LOGIN_URLS = ["/login/", "/sign-in/"]
#- shop/urls.py
from django.conf import settings
from django.urls import path

from shop.views import login

urlpatterns = [path(url.strip("/"), login) for url in settings.LOGIN_URLS]
#- shop/views.py
from django.http import HttpResponse


def login(request):
    return HttpResponse("")
