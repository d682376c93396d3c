#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_HSTS_SECONDS = 0
#- deploy/nginx/site.conf
server {
    listen 443 ssl;
    add_header Strict-Transport-Security "max-age=31536000" always;
}
