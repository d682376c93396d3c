#- deploy/nginx/Dockerfile
FROM nginx:1.29-alpine
COPY deploy/nginx/site.conf /etc/nginx/conf.d/default.conf
#- deploy/nginx/site.conf
server { listen 80; }
#- Dockerfile.dev
FROM python:3.13-slim-trixie
WORKDIR /app
COPY . .
CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]
#- frontend/Dockerfile
FROM node:24-slim
WORKDIR /site
COPY package.json ./
RUN npm ci
CMD ["npm", "start"]
#- frontend/package.json
{}
