#- shop/reports.py
from shop.models import Author


def bibliography():
    for author in Author.objects.iterator():
        print(author.name)
        for book in author.books.all():
            #       ^^^^^^^^^^^^ n-plus-one/relation: `author.books` is read inside the loop over `Author.objects.iterator()`.
            print(book.title, book.publisher.name, book.author.name)
