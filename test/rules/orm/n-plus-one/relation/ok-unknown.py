#- shop/reports.py
from elsewhere import optimise, RichManager

from django.db import models
from django.db.models import Prefetch

from shop.models import Author, Book


class Pamphlet(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    objects = RichManager()


def from_outside(books, request):
    for book in books:
        print(book.author.name)
    for book in optimise(Book.objects.all()):
        print(book.author.name)
    for pamphlet in Pamphlet.objects.all():
        print(pamphlet.author.name)


class Report:
    queryset = Book.objects.all()

    def rows(self):
        for book in self.get_queryset():
            print(book.author.name)


def on_some_ways(detailed, paths):
    books = Book.objects.all()
    if detailed:
        books = books.select_related("author")
    for book in books:
        print(book.author.name if detailed else book.title)
    for book in Book.objects.prefetch_related(*paths):
        print(book.author.name)
    for author in Author.objects.prefetch_related(Prefetch("books", queryset=optimise(Book))):
        for book in author.books.all():
            print(book.publisher.name)


def shadowed(Book):
    for book in Book.objects.all():
        print(book.author.name)
