#- config/settings/production.py
from .base import *

DEBUG = False
SECURE_REFERRER_POLICY = None
#- deploy/nginx/site.conf
server {
    add_header Referrer-Policy same-origin always;
}
