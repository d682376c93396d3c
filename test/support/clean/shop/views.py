from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, render

from .models import Author, Book


def book_list(request):
    books = Book.objects.select_related("author", "publisher")
    page = Paginator(books, 25).get_page(request.GET.get("page"))
    return render(request, "shop/book_list.html", {"page": page})


def book_detail(request, pk):
    books = Book.objects.select_related("author", "publisher").prefetch_related("reviews", "tags")
    book = get_object_or_404(books, pk=pk)
    return render(request, "shop/book_detail.html", {"book": book})


def author_list(request):
    authors = Author.objects.annotate(book_count=Count("books")).order_by("name")
    page = Paginator(authors, 25).get_page(request.GET.get("page"))
    return render(request, "shop/author_list.html", {"page": page})
