#- base: none
#- manage.py
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings")
#- site_config/settings.py
SECURE_HSTS_SECONDS = 31536000
