#- .gitignore
*.pyc
/media/
#- .env
DEBUG=0
EMAIL_HOST_PASSWORD='kd83-Wq92-mailer'
#<^^^^^^^^^^^^^^^^^ secrets/env-file-tracked: `.env` gives `EMAIL_HOST_PASSWORD` and `SMS_API_KEY` a value, and no `.gitignore` covers it.
SMS_API_KEY=b81fa77c20e94d6fa3c65d0b
