#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_PROXY_SSL_HEADER = None
SECURE_SSL_REDIRECT = False
#- deploy/nginx/site.conf
server {
    listen 80;
    return 301 https://$host$request_uri;
}
server {
    listen 443 ssl;
    location / {
        proxy_pass http://web:8000;
    }
}
