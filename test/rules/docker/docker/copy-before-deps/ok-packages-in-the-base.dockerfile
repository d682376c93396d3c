#- Dockerfile
FROM registry.example.com/shop/core-base:20260701
ENV PYTHONUNBUFFERED=1
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir -r requirements/production.txt
USER 10001
HEALTHCHECK CMD ["python", "healthcheck.py"]
CMD ["gunicorn", "config.wsgi:application"]
