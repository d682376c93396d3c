#- config/settings/production.py
from .base import *

DEBUG = False
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
