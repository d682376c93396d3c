#- site_config/settings/base.py
import environ

env = environ.Env()
DEBUG: bool = env.bool("DJANGO_DEBUG", default=False)
ALLOWED_HOSTS = ["www.example.org"]
SECRET_KEY = env("SECRET_KEY")