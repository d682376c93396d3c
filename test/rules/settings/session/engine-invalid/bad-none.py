#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_ENGINE = None
#                ^^^^ session/engine-invalid: `SESSION_ENGINE` is `None`, which names no module.
