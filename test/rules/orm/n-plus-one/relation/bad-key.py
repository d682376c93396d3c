#- shop/reports.py
from shop.models import Book


def keys():
    return {book.author.pk: book.title for book in Book.objects.all()}
    #       ^^^^^^^^^^^ n-plus-one/relation: `book.author` is read inside the loop over `Book.objects.all()`.


def keys_twice():
    found = []
    for book in Book.objects.filter(price__gt=1):
        if book.author.id in found:
        #  ^^^^^^^^^^^ n-plus-one/relation
            continue
        found.append(book.author.id)
    return found


def key_and_name():
    # The name needs the author all the same.
    return [(book.author.id, book.author.name) for book in Book.objects.all()]
    #        ^^^^^^^^^^^ n-plus-one/relation
