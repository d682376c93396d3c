#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY_FALLBACKS = [os.environ["OLD_KEY"], 'summer-key']
#                                              ^^^^^^^^^^^^ secrets/secret-key-fallbacks-weak
