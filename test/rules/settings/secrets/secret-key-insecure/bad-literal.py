#- config/settings/production.py
from .base import *

DEBUG = False
SECRET_KEY = "b7Vq2kXw9mTz4RrYc8Pn1LsJd6HgFa3QeUi5BoNtGvKxMyZ0WhCj"
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/secret-key-insecure: `SECRET_KEY` of `config.settings.production` is a literal of 52 characters.
