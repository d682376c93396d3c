#- shop/models.py
from django.db import models


class Person(models.Model):
    name = models.CharField(max_length=200)


class Letter(models.Model):
    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="letters")
    reader = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="received")
#- shop/reports.py
from shop.models import Letter


def readers():
    # No fix: naming only the reader in the call would drop the author, which it loads now.
    for letter in Letter.objects.select_related():
        print(letter.author.name)
        if letter.reader:
        #  ^^^^^^^^^^^^^ n-plus-one/relation: `letter.reader` is read inside the loop over `Letter.objects.select_related()`.
            print(letter.reader.name)
