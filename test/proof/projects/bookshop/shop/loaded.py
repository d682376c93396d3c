"""Every function here runs the same number of queries for any number of rows. Adding a function is adding a case."""

from .models import Author, Book


def names_in_for_loop():
    names = []
    for book in Book.objects.select_related("author"):
        names.append(book.author.name)
    return names


def cities_in_comprehension():
    books = Book.objects.order_by("title").select_related("publisher")
    return [book.publisher.city for book in books]


def titles_by_reverse_manager():
    titles = {}
    for author in Author.objects.order_by("name").prefetch_related("books"):
        titles[author.name] = [book.title for book in author.books.all()]
    return titles


def keys_without_their_rows():
    return [book.author_id for book in Book.objects.all()]
