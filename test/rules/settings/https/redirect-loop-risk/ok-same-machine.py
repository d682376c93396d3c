#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_PROXY_SSL_HEADER = None
SECURE_SSL_REDIRECT = True
#- deploy/start.sh
exec gunicorn --bind 0.0.0.0:8000 config.wsgi:application
#- deploy/nginx/site.conf
server {
    listen 443 ssl;
    location / {
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_pass http://127.0.0.1:8000;
    }
}
