#- shop/models.py
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=200)


class BookQuerySet(models.QuerySet):
    def cheap(self):
        return self.filter(price__lt=5)

    def with_author(self):
        return self.select_related("author")


class Book(models.Model):
    title = models.CharField(max_length=200)
    price = models.IntegerField()
    author = models.ForeignKey(to="Author", on_delete=models.CASCADE)
    objects = BookQuerySet.as_manager()
#- shop/reports.py
from shop.models import Book


def names():
    # A method of the queryset class that loads the author is as good as the call itself.
    good = {book.author.name for book in Book.objects.cheap().with_author()}
    bad = {book.author.name for book in Book.objects.cheap()}
    #      ^^^^^^^^^^^ n-plus-one/relation: `book.author` is read inside the loop over `Book.objects.cheap()`.
    return good | bad
