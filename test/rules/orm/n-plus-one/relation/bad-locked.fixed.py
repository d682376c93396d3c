#- shop/reports.py
from django.db import transaction

from shop.models import Book


def reprice(factor):
    with transaction.atomic():
        for book in Book.objects.select_for_update().filter(price__gt=10).prefetch_related("author"):
            print(book.author.name)
