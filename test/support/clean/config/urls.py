from django.contrib import admin
from django.urls import include, path
from rest_framework.routers import SimpleRouter

from shop import api, health

router = SimpleRouter()
router.register("books", api.BookViewSet)

urlpatterns = [
    path("health/", health.health, name="health"),
    path("back-office/", admin.site.urls),
    path("api/", include(router.urls)),
    path("", include("shop.urls")),
]
