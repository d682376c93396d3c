#- shop/models.py
from django.db import models


class Stamped(models.Model):
    created = models.DateTimeField(db_index=True)

    class Meta:
        abstract = True


class Visit(Stamped):
    page = models.IntegerField()

    class Meta:
        # Another child of Stamped may need the index of `created`.
        indexes = [models.Index(fields=["created", "page"], name="visit_created_page")]


class Legacy(models.Model):
    created = models.DateTimeField(db_index=True)
    page = models.IntegerField()

    class Meta:
        managed = False
        indexes = [models.Index(fields=["created", "page"], name="legacy_created_page")]


class Dated(models.Model):
    day = models.DateField(db_index=True)
    place = models.IntegerField()

    class Meta:
        abstract = True
        # A child with a Meta of its own does not get this one.
        indexes = [models.Index(fields=["day", "place"], name="%(class)s_day_place")]
