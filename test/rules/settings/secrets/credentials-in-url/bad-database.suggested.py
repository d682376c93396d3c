#- config/settings/production.py
import dj_database_url

from .base import *

DEBUG = False
DATABASES["legacy"] = dj_database_url.parse(os.environ["DATABASE_LEGACY_URL"])
