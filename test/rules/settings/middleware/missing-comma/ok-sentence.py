#- config/settings/production.py
from .base import *

DEBUG = False
LEGAL_NOTES = [
    "All prices include VAT."
    "Delivery takes three days.",
    "Returns are free.",
]
