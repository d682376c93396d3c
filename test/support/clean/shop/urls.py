from django.urls import path

from . import views

app_name = "shop"

urlpatterns = [
    path("", views.book_list, name="book-list"),
    path("books/<int:pk>/", views.book_detail, name="book-detail"),
    path("authors/", views.author_list, name="author-list"),
]
