#- config/settings/production.py
from .base import *

DEBUG = False
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
#- deploy/nginx/site.conf
server {
    listen 443 ssl;
    location / {
        proxy_pass http://web:8000;
        proxy_cookie_flags ~ secure samesite=lax;
    }
}
