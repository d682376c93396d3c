#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY_FALLBACKS = ["b7Vq2kXw9mTz4RrYc8Pn1LsJd6HgFa3QeUi5BoNtGvKxMyZ0WhCj"]
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/secret-key-fallbacks-weak: `SECRET_KEY_FALLBACKS` of `config.settings.production` holds a literal of 52 characters.
