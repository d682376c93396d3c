#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_CONTENT_TYPE_NOSNIFF = False
#- deploy/nginx/site.conf
server {
    add_header X-Content-Type-Options nosniff always;
}
