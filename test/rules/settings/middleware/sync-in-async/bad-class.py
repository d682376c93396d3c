#- shop/middleware.py
class Timing:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
#- config/settings/production.py
from .base import *

DEBUG = False
ASGI_APPLICATION = "config.asgi.application"
MIDDLEWARE += ["shop.middleware.Timing"]
#              ^^^^^^^^^^^^^^^^^^^^^^^^ middleware/sync-in-async: `Timing` answers synchronously only, and `config.settings.production` serves over ASGI.
