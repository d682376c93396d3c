#- config/settings/production.py
from .base import *

DEBUG = False
CORS_ALLOWED_ORIGIN_REGEXES = [
    r"^https://(?=app|www)\w+\.example\.org",
    r"^chrome-extension://.+",
    os.environ["ORIGIN_PATTERN"],
]
