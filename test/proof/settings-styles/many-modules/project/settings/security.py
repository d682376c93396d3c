from .core import DEBUG

secure_cookies = not DEBUG
SESSION_COOKIE_SECURE = secure_cookies
CSRF_COOKIE_SECURE = secure_cookies
SECURE_SSL_REDIRECT = secure_cookies
SECURE_HSTS_SECONDS = 0 if DEBUG else 3600
X_FRAME_OPTIONS = "SAMEORIGIN"
