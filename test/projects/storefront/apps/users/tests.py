from django.test import TestCase
from django.urls import reverse

from .models import Address, User


class AddressApiTests(TestCase):
    def test_lists_only_own_addresses(self):
        ada = User.objects.create_user('ada')
        bob = User.objects.create_user('bob')
        for user in (ada, bob):
            Address.objects.create(
                user=user, street='1 Mill Lane', postcode='CB2 1RX', city='Cambridge', country='GB'
            )

        self.client.force_login(ada)
        response = self.client.get(reverse('address-list'))

        self.assertEqual(response.json()['count'], 1)
