#- shop/models.py
from django.db import models


class Visit(models.Model):
    seen_at = models.DateTimeField()
    page = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["seen_at", "page"], name="visit_seen_page")]
