#- shop/reports.py
from shop.models import Book


def labels():
    lines = []
    # One edit loads both, and it holds a prefetch that some rows do not need: a suggestion.
    for book in Book.objects.all().select_related("author").prefetch_related("tags"):
        lines.append(book.author.name)
        if book.price > 10:
            lines.extend(tag.label for tag in book.tags.all())
    return lines
