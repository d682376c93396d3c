from rest_framework import serializers

from .models import Author, Book


class AuthorSerializer(serializers.ModelSerializer):
    class Meta:
        model = Author
        fields = ["id", "name", "country"]


class BookSerializer(serializers.ModelSerializer):
    author = AuthorSerializer(read_only=True)
    publisher_name = serializers.CharField(source="publisher.name", read_only=True)
    tags = serializers.SlugRelatedField(slug_field="label", many=True, read_only=True)

    class Meta:
        model = Book
        fields = ["id", "title", "author", "publisher_name", "tags", "price"]
