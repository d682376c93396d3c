#- config/settings/production.py
import uuid

from .base import *

DEBUG = False
RELEASE_ID = str(uuid.uuid4())
