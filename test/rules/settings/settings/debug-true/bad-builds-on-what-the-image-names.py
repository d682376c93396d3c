#- base: none
#- manage.py
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conf.settings")
#- conf/settings.py
import os

SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = ["shop.example.org"]
ROOT_URLCONF = "urls"
DEBUG = False
#- conf/settings_production.py
from .settings import *
DEBUG = True
#       ^^^^ settings/debug-true: `DEBUG` is `True` in `conf.settings_production`.
#- conf/web.ini
[uwsgi]
module = wsgi:application
env = DJANGO_SETTINGS_MODULE=conf.settings
