from decimal import Decimal

from apps.users.models import User

from .models import Order


def spending_by_customer():
    spending = {}
    for customer in User.objects.filter(is_active=True):
        spent = Decimal(0)
        for order in customer.order_set.all():
            spent += order.total
        spending[customer.username] = str(spent)
    return spending


def dispatch_notes():
    notes = []
    orders = Order.objects.filter(status=Order.Status.PAID).select_related('customer')
    for order in orders:
        city = order.shipping_address.city
        notes.append((order.customer.email, f'Order {order.pk} leaves for {city}.'))
    return notes


def overdue_reminders(before):
    orders = Order.objects.filter(status=Order.Status.OPEN, created_at__lt=before)
    return [
        f'{order.customer.email}: {order.total} is still to be paid.'
        for order in orders.select_related('customer')
    ]
