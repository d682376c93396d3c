#- config/settings/production.py
from .base import *

DEBUG = False
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "health_check.middleware.HealthCheckMiddleware",
    "django_guid.middleware.guid_middleware",
    "xff.middleware.XForwardedForMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "shed.middleware.Unseen",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
