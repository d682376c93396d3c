#- .dockerignore
.git
**/*.sqlite3
**/__pycache__
**/*.pyc
**/.venv
**/venv
**/node_modules
staticfiles
