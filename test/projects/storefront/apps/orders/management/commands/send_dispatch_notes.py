from django.core.management.base import BaseCommand

from apps.orders.tasks import send_dispatch_notes


class Command(BaseCommand):
    help = 'Tells the customers of paid orders that their parcel leaves today.'

    def handle(self, *args, **options):
        sent = send_dispatch_notes()
        self.stdout.write(f'{sent} dispatch notes sent')
