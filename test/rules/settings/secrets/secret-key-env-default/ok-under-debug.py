#- config/settings/production.py
from .base import *

DEBUG = False
if DEBUG:
    SECRET_KEY = os.environ.get("SECRET_KEY", "only-for-developers")
else:
    SECRET_KEY = os.environ["SECRET_KEY"]
