from django.contrib import admin
from django.urls import include, path
from rest_framework.routers import DefaultRouter

from apps.health.views import health_check
from apps.orders.views import (
    OrderViewSet,
    ProductViewSet,
    customer_totals,
    order_list,
    picking_list,
)
from apps.users.views import AddressViewSet, UserViewSet

router = DefaultRouter()
router.register('users', UserViewSet, basename='user')
router.register('addresses', AddressViewSet, basename='address')
router.register('products', ProductViewSet, basename='product')
router.register('orders', OrderViewSet, basename='order')

urlpatterns = [
    path('admin/', admin.site.urls),
    path('health/', health_check, name='health-check'),
    path('api/', include(router.urls)),
    path('orders/', order_list, name='orders-to-pack'),
    path('reports/customers/', customer_totals, name='customer-totals'),
    path('reports/picking/', picking_list, name='picking-list'),
]
