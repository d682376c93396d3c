from .models import Author, Book


def catalogue_lines(publisher):
    books = Book.objects.filter(publisher=publisher).select_related("author", "publisher")
    return [f"{book.title}, {book.author.name} ({book.publisher.name})" for book in books]


def shelf_labels():
    labels = {}
    for author in Author.objects.prefetch_related("books"):
        labels[author.name] = [str(book) for book in author.books.all()]
    return labels
