#- shop/reports.py
from shop.models import Author, Book


def remind(today):
    # Few authors have the one or the other number of days left: a prefetch for all would fetch far more than is used.
    for author in Author.objects.all():
        days_left = today - len(author.name)
        if days_left not in (2, 7):
            continue
        for book in author.books.all():
            print(book.title)


def progress():
    for number, book in enumerate(Book.objects.all()):
        if number % 1000 == 0:
            print(number, book.author.name)
