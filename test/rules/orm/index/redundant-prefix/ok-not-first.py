#- shop/models.py
from django.db import models


class Visit(models.Model):
    seen_at = models.DateTimeField(db_index=True)
    page = models.IntegerField()
    visitor = models.IntegerField(db_index=False)
    a = models.IntegerField(db_index=True)

    class Meta:
        indexes = [
            # The column comes second here, and the third is very wide.
            models.Index(fields=["page", "seen_at"], name="visit_page_seen"),
            models.Index(fields=["visitor", "page"], name="visit_visitor_page"),
            models.Index(fields=["a", "page", "visitor", "seen_at", "id"], name="visit_wide"),
        ]
