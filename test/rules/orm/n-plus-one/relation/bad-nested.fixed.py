#- shop/reports.py
from shop.models import Author


def bibliography():
    authors = Author.objects.prefetch_related(
        "books__publisher",  # one query for all
    )
    for author in authors:
        for book in author.books.all():
            print(book.publisher.name)
