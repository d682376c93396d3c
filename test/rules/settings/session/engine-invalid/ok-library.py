#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_ENGINE = "redis_sessions.session"
