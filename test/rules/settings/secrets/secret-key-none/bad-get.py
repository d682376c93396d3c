#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY = os.environ.get("DJANGO_SECRET_KEY")
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/secret-key-none: `SECRET_KEY` of `config.settings.production` is `None` while `DJANGO_SECRET_KEY` is unset.
