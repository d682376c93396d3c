#- config/settings/production.py
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from .base import *

DEBUG = False
key_file = Path("/var/lib/bookshop/key")
if key_file.exists():
    SECRET_KEY = key_file.read_text()
else:
    SECRET_KEY = get_random_secret_key()
    key_file.write_text(SECRET_KEY)
