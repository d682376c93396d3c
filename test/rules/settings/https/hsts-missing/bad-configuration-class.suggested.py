#- config/settings/production.py
from .base import Base


class Production(Base):
    """What customers see."""

    SECURE_REFERRER_POLICY = "same-origin"
    SECURE_HSTS_SECONDS = 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    CSRF_COOKIE_NAME = "shop_csrf"

    @property
    def ADMINS(self):
        return [("Shop", self.SERVER_EMAIL)]