"""Asks the running server for its health, under a host name that it answers to."""

import os
import urllib.request

request = urllib.request.Request("http://127.0.0.1:8000/health/")
request.add_header("Host", os.environ["DJANGO_ALLOWED_HOSTS"].split(",")[0].strip())
with urllib.request.urlopen(request, timeout=4):
    pass
