#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_PROXY_SSL_HEADER = None
SECURE_SSL_REDIRECT = True
#                     ^^^^ https/redirect-loop-risk: `SECURE_SSL_REDIRECT` is on, `SECURE_PROXY_SSL_HEADER` is not set, and TLS ends at the proxy of `deploy/nginx/site.conf`.
#- deploy/start.sh
exec gunicorn --bind 0.0.0.0:8000 config.wsgi:application
#- deploy/nginx/site.conf
server {
    listen 443 ssl;
    location / {
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_pass http://web:8000;
    }
}
