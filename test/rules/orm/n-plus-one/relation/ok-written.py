#- shop/reports.py
from shop.models import Author, Book, Tag


def assigned():
    authors = Author.objects.in_bulk()
    for book in Book.objects.all():
        book.author = authors[book.author_id]
        print(book.author.name)


def many_to_many(tag):
    for book in Book.objects.all():
        book.tags.add(tag)
        book.tags.set([tag])


def attach_authors(books):
    authors = Author.objects.in_bulk()
    for book in books:
        book.author = authors[book.author_id]


def attached():
    books = list(Book.objects.all())
    attach_authors(books)
    return [book.author.name for book in books]


def without_books(isbns):
    # The count is that of what the deletion leaves: nothing fetched before the loop can tell.
    for author in Author.objects.all():
        author.books.filter(title__in=isbns).delete()
        if author.books.count() == 0:
            author.delete()
