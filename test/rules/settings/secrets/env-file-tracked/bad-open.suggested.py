#- .gitignore
*.pyc
/media/
/.env
