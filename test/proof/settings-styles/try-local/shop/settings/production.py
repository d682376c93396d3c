from .base import *

DEBUG = False
ALLOWED_HOSTS = ["www.example.org"]
SECURE_SSL_REDIRECT = True

try:
    from .local import *
except ImportError:
    pass

try:
    from .secrets import SECRET_KEY
except ImportError:
    SECRET_KEY = "short"

try:
    import no_such_toolbar
except ImportError:
    pass
else:
    INSTALLED_APPS += ["no_such_toolbar"]
