#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_PROXY_SSL_HEADER = None
SECURE_SSL_REDIRECT = False
#                     ^^^^^ https/ssl-redirect-off
#- deploy/nginx/site.conf
server {
    listen 80;
    listen 443 ssl;
    location / {
        proxy_pass http://web:8000;
    }
}
