#- shop/reports.py
from shop.models import Book


def labels():
    lines = []
    # One edit loads both, and it holds a prefetch that some rows do not need: a suggestion.
    for book in Book.objects.all():
        lines.append(book.author.name)
        #            ^^^^^^^^^^^ n-plus-one/relation: `book.author` is read inside the loop over `Book.objects.all()`.
        if book.price > 10:
            lines.extend(tag.label for tag in book.tags.all())
            #                                 ^^^^^^^^^ n-plus-one/relation: `book.tags` is read inside the loop over `Book.objects.all()`.
    return lines
