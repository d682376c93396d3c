#- .gitignore
.env
/deploy/.env.production
