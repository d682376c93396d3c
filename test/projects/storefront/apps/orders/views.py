import logging

from django.contrib.admin.views.decorators import staff_member_required
from django.db.models import Prefetch
from django.http import JsonResponse
from django.shortcuts import render
from rest_framework import viewsets

from .models import Order, OrderItem, Product
from .serializers import OrderSerializer, ProductSerializer
from .services import spending_by_customer

logger = logging.getLogger(__name__)


class ProductViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Product.objects.filter(is_active=True)
    serializer_class = ProductSerializer


class OrderViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = OrderSerializer

    def get_queryset(self):
        items = OrderItem.objects.select_related('product')
        return (
            Order.objects.filter(customer=self.request.user)
            .select_related('customer', 'shipping_address')
            .prefetch_related(Prefetch('items', queryset=items))
        )

    def list(self, request, *args, **kwargs):
        logger.info('Listing orders', extra={'user_id': request.user.pk})
        return super().list(request, *args, **kwargs)


@staff_member_required
def order_list(request):
    orders = Order.objects.filter(status=Order.Status.PAID)
    return render(request, 'orders/order_list.html', {'orders': orders})


@staff_member_required
def customer_totals(request):
    return JsonResponse(spending_by_customer())


@staff_member_required
def picking_list(request):
    lines = [
        {'product': item.product.name, 'quantity': item.quantity}
        for item in OrderItem.objects.filter(order__status=Order.Status.PAID)
    ]
    return JsonResponse({'lines': lines})
