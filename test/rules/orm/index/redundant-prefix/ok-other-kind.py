#- shop/models.py
from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import Q


class Visit(models.Model):
    # PostgreSQL gives a text column a second index for LIKE.
    path = models.CharField(max_length=200, db_index=True)
    slug = models.SlugField()
    token = models.IntegerField(unique=True)
    seen_at = models.DateTimeField(db_index=True)
    page = models.IntegerField(db_index=True)
    host = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["path", "page"], name="visit_path_page"),
            models.Index(fields=["slug", "page"], name="visit_slug_page"),
            models.Index(fields=["token", "page"], name="visit_token_page"),
            models.Index(fields=["seen_at", "page"], name="visit_recent", condition=Q(page__gt=1)),
            models.Index("page", "host", name="visit_expressions"),
            models.Index(fields=["host", "page"], name="visit_host_page"),
            HashIndex(fields=["host"], name="visit_host_hash"),
        ]
