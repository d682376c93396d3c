#- shop/reports.py
from django.shortcuts import get_object_or_404

from shop.models import Book, Publisher


def labels():
    found = []
    for number, book in enumerate(
        Book.objects.only("title", "author")
        .filter(price__gt=1)
        .order_by("title")
        .select_related("author")
    ):
        found.append((number, book.author.name))
    return found


def one_publisher(pk):
    publisher = get_object_or_404(Publisher, pk=pk)
    # The books know their publisher; their author is one query each.
    return [(book.author.name, book.publisher.name) for book in publisher.books.all().select_related("author")]
