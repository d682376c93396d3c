#- shop/reports.py
from shop.models import Book


def titles_by_author():
    rows = {}
    for book in Book.objects.filter(price__gt=10):
        rows[book.author.name] = book.title
        #    ^^^^^^^^^^^ n-plus-one/relation: `book.author` is read inside the loop over `Book.objects.filter(price__gt=10)`.
    return rows
