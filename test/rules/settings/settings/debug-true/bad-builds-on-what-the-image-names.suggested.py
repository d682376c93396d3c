#- conf/settings_production.py
from .settings import *
DEBUG = False