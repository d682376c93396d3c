#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGINS = [one for one in os.environ.get("CORS_ALLOWED_ORIGINS", "").split(",") if one]
CORS_ALLOWED_ORIGINS += [os.environ["FRONTEND"]]
