#- shop/middleware.py
class Timing:
    async_capable = True

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE += [
    "shop.middleware.Timer",
#   ^^^^^^^^^^^^^^^^^^^^^^^ middleware/unknown-path: The module of `shop.middleware.Timer` defines nothing of that name.
    "shop.middlewares.Timing",
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ middleware/unknown-path: The project has no module for `shop.middlewares.Timing`.
]
