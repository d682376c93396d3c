#- shop/reports.py
from . import models as m


def catalogue(cheap):
    # Two relations of one queryset: two findings, one edit.
    books = m.Book.objects.order_by('title').select_related('author', 'publisher')
    if cheap:
        books = books.filter(price__lt=5)
    lines = [
        f"{book.title} {book.author} {book.publisher.city}"
        for book in books
    ]
    return lines
