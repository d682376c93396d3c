#- shop/reports.py
from shop.models import Review


def by_author():
    return sorted(Review.objects.all(), key=lambda review: review.book.author.name)
    #                                                      ^^^^^^^^^^^ n-plus-one/relation: `review.book` is read inside the loop over `Review.objects.all()`.


async def stream():
    async for review in Review.objects.select_related("book"):
        yield review.book.publisher.name
        #     ^^^^^^^^^^^^^^^^^^^^^ n-plus-one/relation: `review.book.publisher` (`book__publisher`) is read inside the loop over `Review.objects.select_related("book")`.
