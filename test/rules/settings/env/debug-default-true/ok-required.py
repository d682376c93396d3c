#- config/settings/production.py
import os

from .base import *

DEBUG = os.environ["DEBUG"] == "True"
