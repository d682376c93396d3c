#- config/settings/production.py
import os

from .base import *

DEBUG = False
ALLOWED_HOSTS = os.environ.get("HOSTS", ["www.example.org"])
if isinstance(ALLOWED_HOSTS, str):
    ALLOWED_HOSTS = [host.strip() for host in ALLOWED_HOSTS.split(",") if host.strip()]
