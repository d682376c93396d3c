#- config/settings/production.py
from .base import *

DEBUG = False
SHIPPING_DEBUG_API_KEY = os.environ.get("SHIPPING_DEBUG_API_KEY", "k3Jd82mXq0Zr71TbVw94")
PAYMENTS_SANDBOX_SECRET = os.environ.get("PAYMENTS_SANDBOX_SECRET", "p0Qm47sKd81XvZc26LrT")
