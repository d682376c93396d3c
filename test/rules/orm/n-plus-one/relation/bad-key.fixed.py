#- shop/reports.py
from shop.models import Book


def keys():
    return {book.author_id: book.title for book in Book.objects.all()}


def keys_twice():
    found = []
    for book in Book.objects.filter(price__gt=1):
        if book.author_id in found:
            continue
        found.append(book.author_id)
    return found


def key_and_name():
    # The name needs the author all the same.
    return [(book.author.id, book.author.name) for book in Book.objects.all().select_related("author")]
