"""Rows for the storefront, with one customer, address, product and category for each order."""

from decimal import Decimal

from apps.orders.models import Category, Order, OrderItem, Product
from apps.users.models import Address, User


def fill(count):
    for number in range(count):
        customer = User.objects.create(username=f"customer{number:02}", email=f"c{number:02}@example.com")
        address = Address.objects.create(
            user=customer, street=f"{number} Mill Lane", postcode="CB2", city=f"City {number:02}", country="GB"
        )
        product = Product.objects.create(
            category=Category.objects.create(name=f"Category {number:02}"),
            sku=f"SKU-{number:02}",
            name=f"Product {number:02}",
            price=Decimal("2.50"),
        )
        order = Order.objects.create(
            customer=customer, shipping_address=address, status=Order.Status.PAID, total=Decimal("5.00")
        )
        OrderItem.objects.create(order=order, product=product, quantity=2, unit_price=product.price)
