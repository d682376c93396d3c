from .models import Author, Book, Publisher


def fill(count):
    for number in range(count):
        Book.objects.create(
            title=f"Title {number:02}",
            author=Author.objects.create(name=f"Author {number:02}"),
            publisher=Publisher.objects.create(name=f"House {number:02}", city=f"City {number:02}"),
        )
