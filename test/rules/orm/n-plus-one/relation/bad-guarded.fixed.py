#- shop/reports.py
from datetime import date

from shop.models import Author, Book


def remind():
    for book in Book.objects.all().select_related("author"):
        if book.price < 10:
            continue
        # A join costs little for the rows that do not get here.
        print(book.author.name)


def new_ones(today: date):
    lines = []
    for author in Author.objects.all():
        since = len(author.name)
        if since > 7:
            # A prefetch fetches the books of all authors: only a suggestion.
            lines.extend(book.title for book in author.books.all())
    return lines


def dear():
    return [book.publisher.name for book in Book.objects.all().select_related("publisher") if book.price > 10]


def both():
    for book in Book.objects.all().select_related("author"):
        if book.price > 10:
            print(book.author.name)
        else:
            print("cheap", book.author.name)
