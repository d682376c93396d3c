#- library/__init__.py
#- library/models.py
from django.db import models


class Book(models.Model):
    """Another model of the same name: its author is a text."""

    author = models.CharField(max_length=200)
#- library/reports.py
from library.models import Book


def names():
    return [book.author.strip() for book in Book.objects.all()]
