#- config/settings/production.py
import os

from .base import *

DEBUG = False
from .local import *

CSRF_COOKIE_SAMESIET = "Strict"
