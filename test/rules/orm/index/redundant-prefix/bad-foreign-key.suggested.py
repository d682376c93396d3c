#- shop/models.py
from django.db import models


class Shelf(models.Model):
    label = models.CharField(max_length=20)


class Place(models.Model):
    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE, db_index=False)
    number = models.IntegerField()

    class Meta:
        unique_together = ("shelf", "number")
