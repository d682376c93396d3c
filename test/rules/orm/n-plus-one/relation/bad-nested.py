#- shop/reports.py
from shop.models import Author


def bibliography():
    authors = Author.objects.prefetch_related(
        "books",  # one query for all
    )
    for author in authors:
        for book in author.books.all():
            print(book.publisher.name)
            #     ^^^^^^^^^^^^^^ n-plus-one/relation: `book.publisher` (`books__publisher`) is read inside the loop over `author.books.all()`.
