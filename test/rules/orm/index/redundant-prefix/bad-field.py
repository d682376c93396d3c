#- shop/models.py
from django.db import models


class Visit(models.Model):
    seen_at = models.DateTimeField(db_index=True)
#   ^^^^^^^ index/redundant-prefix: `seen_at` has an index of its own, and `Index(seen_at, page)` begins with the same column.
    page = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["seen_at", "page"], name="visit_seen_page")]
