#- config/settings/production.py
from .base import *

DEBUG = False
USE_X_FORWARDED_HOST = True
#- deploy/nginx/site.conf
server {
    location / {
        proxy_set_header X-Forwarded-Host $host;
        proxy_pass http://web:8000;
    }
}
