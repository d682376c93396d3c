from decimal import Decimal

from django.test import TestCase
from django.urls import reverse

from apps.users.models import Address, User

from .models import Category, Order, OrderItem, Product
from .services import dispatch_notes, spending_by_customer


class OrderTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.customer = User.objects.create_user('ada', 'ada@example.com')
        cls.staff = User.objects.create_user('staff', is_staff=True, is_active=True)
        address = Address.objects.create(
            user=cls.customer, street='1 Mill Lane', postcode='CB2 1RX', city='Cambridge', country='GB'
        )
        product = Product.objects.create(
            category=Category.objects.create(name='Tea'), sku='TEA-1', name='Assam', price='4.20'
        )
        order = Order.objects.create(
            customer=cls.customer, shipping_address=address, status=Order.Status.PAID, total='8.40'
        )
        OrderItem.objects.create(order=order, product=product, quantity=2, unit_price='4.20')

    def test_api_lists_own_orders_with_their_items(self):
        self.client.force_login(self.customer)

        order = self.client.get(reverse('order-list')).json()['results'][0]

        self.assertEqual(order['customer_email'], 'ada@example.com')
        self.assertEqual(order['items'][0]['product_name'], 'Assam')

    def test_reports(self):
        self.client.force_login(self.staff)

        totals = self.client.get(reverse('customer-totals')).json()
        picking = self.client.get(reverse('picking-list')).json()

        self.assertEqual(totals, {'ada': '8.40', 'staff': '0'})
        self.assertEqual(picking, {'lines': [{'product': 'Assam', 'quantity': 2}]})

    def test_page_shows_where_the_parcel_goes(self):
        self.client.force_login(self.staff)

        self.assertContains(self.client.get('/orders/'), 'Cambridge')

    def test_services(self):
        self.assertEqual(Decimal(spending_by_customer()['ada']), Decimal('8.40'))
        self.assertEqual(dispatch_notes()[0][0], 'ada@example.com')
