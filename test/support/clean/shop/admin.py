from django.contrib import admin

from .models import Author, Book, Publisher, Review, Tag


@admin.register(Book)
class BookAdmin(admin.ModelAdmin):
    list_display = ["title", "author", "publisher", "price"]
    list_select_related = ["author", "publisher"]
    raw_id_fields = ["author", "publisher", "tags"]


@admin.register(Review)
class ReviewAdmin(admin.ModelAdmin):
    list_display = ["book", "reviewer", "rating"]
    list_select_related = ["book"]
    raw_id_fields = ["book"]


admin.site.register([Author, Publisher, Tag])
