import logging

from django.core.mail import send_mail

from .services import dispatch_notes

logger = logging.getLogger(__name__)


def send_dispatch_notes():
    notes = dispatch_notes()
    for recipient, text in notes:
        send_mail('Your order is on its way', text, None, [recipient])
    logger.info('Sent dispatch notes', extra={'notes': len(notes)})
    return len(notes)
