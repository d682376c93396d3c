#- shop/reports.py
from shop.models import Author


def bibliography():
    for author in Author.objects.prefetch_related("books__publisher").iterator(chunk_size=2000):
        print(author.name)
        for book in author.books.all():
            print(book.title, book.publisher.name, book.author.name)
