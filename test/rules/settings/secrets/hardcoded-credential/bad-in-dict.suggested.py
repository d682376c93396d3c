#- config/settings/production.py
from .base import *

DEBUG = False
PAYMENT = {
    "url": "https://pay.example.org",
    "client_secret": os.environ["PAYMENT_CLIENT_SECRET"],
}
