"""The same, where the relation is followed by a template or a serializer."""

from apps.orders import views
from storefront_lazy import _response_of


def order_list():
    return _response_of(views.order_list)


def product_api():
    return _response_of(views.ProductViewSet.as_view({"get": "list"}))
