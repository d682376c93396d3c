"""Near misses of the storefront: the relation is followed, and it is loaded."""

from datetime import timedelta

from apps.orders import services, views
from apps.orders.models import Order
from apps.users.models import User
from django.test import RequestFactory
from django.utils import timezone
from rest_framework.test import force_authenticate


def overdue_reminders():
    Order.objects.update(status=Order.Status.OPEN)
    reminders = services.overdue_reminders(timezone.now() + timedelta(days=1))
    Order.objects.update(status=Order.Status.PAID)
    return reminders


def order_api():
    customer = User.objects.order_by("pk").first()
    Order.objects.update(customer=customer)
    request = RequestFactory().get("/")
    force_authenticate(request, customer)
    response = views.OrderViewSet.as_view({"get": "list"})(request)
    response.render()
    return response.data["count"]
