#- shop/reports.py
from shop.models import Book


def popular():
    counts = {}
    for book in Book.objects.select_related("author"):
        counts[book.title] = book.reviews.count()
        #                    ^^^^^^^^^^^^ n-plus-one/relation: `book.reviews` is counted or tested inside the loop over `Book.objects.select_related("author")`.
    return counts
