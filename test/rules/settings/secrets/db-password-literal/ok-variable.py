#- config/settings/production.py
from .base import *

DEBUG = False
DATABASES["default"]["PASSWORD"] = os.environ["PGPASSWORD"]
