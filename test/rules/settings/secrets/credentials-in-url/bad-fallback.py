#- config/settings/production.py
from .base import *

DEBUG = False
SEARCH_URL = os.environ.get("SEARCH_URL", "https://shop:Wq92kd83@search.example.org")
#                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/credentials-in-url: `SEARCH_URL` of `config.settings.production` falls back to a `https` address with a password in it while `SEARCH_URL` is unset.
