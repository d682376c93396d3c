#- requirements/production.txt
-r base.txt
mysqlclient==2.2.7
#- shop/models.py
from django.db import models


class Shelf(models.Model):
    label = models.CharField(max_length=20)


class Place(models.Model):
    # InnoDB makes an index of its own for a foreign key only while no other one begins with it.
    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE)
    number = models.IntegerField()

    class Meta:
        unique_together = ("shelf", "number")
