#- shop/reports.py
from . import models as m


def catalogue(cheap):
    # Two relations of one queryset: two findings, one edit.
    books = m.Book.objects.order_by('title')
    if cheap:
        books = books.filter(price__lt=5)
    lines = [
        f"{book.title} {book.author} {book.publisher.city}"
        #               ^^^^^^^^^^^ n-plus-one/relation: `book.author` is read inside the loop over `books`.
        #                             ^^^^^^^^^^^^^^ n-plus-one/relation: `book.publisher` is read inside the loop over `books`.
        for book in books
    ]
    return lines
