#- shop/middleware.py
def timing(get_response):
    def answer(request):
        return get_response(request)

    return answer
#- config/settings/production.py
from .base import *

DEBUG = False
INSTALLED_APPS = ["daphne", *INSTALLED_APPS]
MIDDLEWARE += ["shop.middleware.timing"]
#              ^^^^^^^^^^^^^^^^^^^^^^^^ middleware/sync-in-async
