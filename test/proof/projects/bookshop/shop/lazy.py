"""Every function here runs one more query for each row. Adding a function is adding a case."""

from .models import Author, Book


def names_in_for_loop():
    names = []
    for book in Book.objects.all():
        names.append(book.author.name)
    return names


def cities_in_comprehension():
    return [book.publisher.city for book in Book.objects.order_by("title")]


def titles_by_reverse_manager():
    titles = {}
    for author in Author.objects.order_by("name"):
        titles[author.name] = [book.title for book in author.books.all()]
    return titles
