#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_SECURE = False
#                       ^^^^^ cookies/session-secure: `SESSION_COOKIE_SECURE` is `False` in `config.settings.production`.
#- deploy/nginx/site.conf
server {
    listen 443 ssl;
    location / {
        proxy_pass http://web:8000;
        # proxy_cookie_flags ~ secure;
        proxy_cookie_flags ~ httponly;
    }
}
