#- shop/reports.py
from shop.models import Review


def by_author():
    return sorted(Review.objects.all().select_related("book__author"), key=lambda review: review.book.author.name)


async def stream():
    async for review in Review.objects.select_related("book__publisher"):
        yield review.book.publisher.name
