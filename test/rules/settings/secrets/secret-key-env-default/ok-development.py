#- config/settings/local.py
from .base import *

DEBUG = True
SECRET_KEY = os.environ.get("SECRET_KEY", "only-for-developers")
