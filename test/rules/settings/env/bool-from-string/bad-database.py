#- config/settings/production.py
import os

from .base import *

DEBUG = False
DATABASES["default"]["ATOMIC_REQUESTS"] = os.environ.get("ATOMIC", "true").lower()
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env/bool-from-string: `DATABASES['default']['ATOMIC_REQUESTS']` is the text of `ATOMIC`, and `'False'` is true.
