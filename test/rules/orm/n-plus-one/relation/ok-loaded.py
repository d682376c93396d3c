#- shop/reports.py
from django.db.models import Prefetch, prefetch_related_objects

from shop.models import Author, Book, Review

NAMES = ("author", "publisher")


def direct():
    for book in Book.objects.select_related("author", "publisher"):
        print(book.author.name, book.publisher.name)
    for book in Book.objects.select_related(*NAMES).filter(price=1):
        print(book.author.name)
    for review in Review.objects.select_related("book__author"):
        print(review.book.title, review.book.author.name)
    for book in Book.objects.select_related():
        print(book.author.name)


def prefetched():
    for author in Author.objects.prefetch_related("books__publisher"):
        print(author.books.count(), len(author.books.all()), bool(author.books.all()))
        for book in author.books.all():
            print(book.publisher.name, book.author.name)
    rich = Book.objects.select_related("publisher")
    for author in Author.objects.prefetch_related(Prefetch("books", queryset=rich, to_attr="works")):
        for book in author.works:
            print(book.publisher.name)


def later():
    books = list(Book.objects.all())
    prefetch_related_objects(books, "author", "tags")
    return [(book.author.name, [tag.label for tag in book.tags.all()]) for book in books]
