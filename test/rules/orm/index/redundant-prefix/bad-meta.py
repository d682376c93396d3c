#- shop/models.py
from django.db import models
from django.db.models import Index


class Visit(models.Model):
    page = models.IntegerField()
    visitor = models.IntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["-page"], name="visit_page"),
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ index/redundant-prefix: `Index(fields=['-page'])` repeats the beginning of `unique (page, visitor)`.
            Index(fields=["visitor"], name="visit_visitor"),
        ]
        constraints = [models.UniqueConstraint(fields=["page", "visitor"], name="once")]
