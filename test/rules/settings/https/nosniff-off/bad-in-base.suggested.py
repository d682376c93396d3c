#- config/settings/headers.py
SECURE_CONTENT_TYPE_NOSNIFF = True