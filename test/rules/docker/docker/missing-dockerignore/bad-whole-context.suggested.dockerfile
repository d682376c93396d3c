#- .dockerignore
.git
**/.env*
**/*.sqlite3
**/__pycache__
**/*.pyc
**/.venv
**/venv
**/node_modules
media
staticfiles
