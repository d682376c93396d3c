from project.settings.core import *
from project.settings.apps import *
from project.settings.security import *
from project.settings.database import *

from .paths import STATIC_ROOT, here as settings_folder

if EXTRA_HEADERS:
    SECURE_REFERRER_POLICY = "no-referrer"
