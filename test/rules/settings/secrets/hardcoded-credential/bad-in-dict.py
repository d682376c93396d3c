#- config/settings/production.py
from .base import *

DEBUG = False
PAYMENT = {
    "url": "https://pay.example.org",
    "client_secret": "Zx81-kk20-PpQ7",
#                    ^^^^^^^^^^^^^^^^ secrets/hardcoded-credential: `PAYMENT.client_secret` of `config.settings.production` is a literal of 14 characters.
}
