#- shop/middleware.py
from django.utils.deprecation import MiddlewareMixin


class Timing(MiddlewareMixin):
    def process_request(self, request):
        return None


class Counting:
    async_capable = True

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
#- config/settings/production.py
from .base import *

DEBUG = False
ASGI_APPLICATION = "config.asgi.application"
MIDDLEWARE += ["shop.middleware.Timing", "shop.middleware.Counting"]
