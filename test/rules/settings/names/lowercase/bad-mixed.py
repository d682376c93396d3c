#- config/settings/production.py
from .base import *

DEBUG = False
Append_Slash = False
#<^^^^^^^^^^ names/lowercase
