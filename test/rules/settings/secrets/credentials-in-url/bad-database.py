#- config/settings/production.py
import dj_database_url

from .base import *

DEBUG = False
DATABASES["legacy"] = dj_database_url.parse("postgres://shop:Wq92kd83@db.example.org/old")
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets/credentials-in-url: `DATABASES.legacy` of `config.settings.production` is a `postgresql` address with a password in it.
