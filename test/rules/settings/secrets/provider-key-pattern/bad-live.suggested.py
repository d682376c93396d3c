#- config/settings/production.py
from .base import *

DEBUG = False
PAYMENT = {"key": os.environ["KEY"]}
