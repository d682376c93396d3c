"""What the storefront is expected to be told about: each call costs one more query for each row."""

import json

from apps.orders import services, views
from apps.users.models import User
from django.test import RequestFactory


def _response_of(view):
    request = RequestFactory().get("/")
    request.user = User(pk=0, is_staff=True, is_active=True)
    response = view(request)
    if hasattr(response, "render"):
        response.render()
    return response.content.decode()


def spending_by_customer():
    return services.spending_by_customer()


def dispatch_notes():
    return services.dispatch_notes()


def picking_list():
    return json.loads(_response_of(views.picking_list))
