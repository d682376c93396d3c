#- config/settings/production.py
from .base import *

DEBUG = False
DATABASES["default"].update(PASSWORD=os.environ["DATABASE_PASSWORD"], HOST="db.example.org")
