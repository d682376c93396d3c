#- shop/reports.py
from django.shortcuts import get_object_or_404

from shop.models import Author, Book


def near_miss(pk):
    # Three rows, one row, the first row: nothing grows.
    for book in Book.objects.order_by("title")[:3]:
        print(book.author.name)
    for book in Book.objects.filter(pk=pk):
        print(book.author.name)
    for book in Book.objects.all():
        print(book.author.name)
        break
    for book in Book.objects.all():
        if book.price > 100:
            return book.author.name
    book = get_object_or_404(Book, pk=pk)
    print([tag.label for tag in book.tags.all()], book.author.name)
    for number in range(10):
        print(number, book.author.name)


def columns():
    for book in Book.objects.all():
        print(book.author_id, book.pk, book.publisher_id)
    for row in Book.objects.values("author__name"):
        print(row["author__name"])
    for book in Book.objects.filter(author__name="x"):
        if book.author_id is None:
            print(book.author)


def after_the_loop():
    for book in Book.objects.all():
        print(book.title)
    return book.author


def errors():
    for book in Book.objects.all():
        try:
            book.full_clean()
        except ValueError:
            print(book.author.name)
        if book.price < 0:
            raise ValueError(book.author)


def first_match(name):
    return next((author for author in Author.objects.all() if author.books.count() > 3), None)
