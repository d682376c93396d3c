#- config/settings/production.py
from .base import *

DEBUG = False
import logging as media_url

media_url.getLogger(__name__)


def login_url():
    return "/login/"
