#- shop/reports.py
from shop.models import Book


def titles_by_author():
    rows = {}
    for book in Book.objects.filter(price__gt=10).select_related("author"):
        rows[book.author.name] = book.title
    return rows
