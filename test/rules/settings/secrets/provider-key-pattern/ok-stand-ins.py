#- config/settings/production.py
from .base import *

DEBUG = False
STRIPE_KEY = "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx"
SENDGRID_KEY = "SG.your-key-goes-here.and-the-rest-of-it"
