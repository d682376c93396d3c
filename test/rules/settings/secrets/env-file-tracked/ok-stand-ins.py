#- .gitignore
*.pyc
#- .env
POSTGRES_PASSWORD=postgres
SMS_API_KEY=changeme
SECRET_TOKEN=${TOKEN_OF_THIS_MACHINE}
DATABASE_URL=postgres://shop:shop@db/shop
