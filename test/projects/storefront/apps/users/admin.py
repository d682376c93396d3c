from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from .models import Address, User

admin.site.register(User, UserAdmin)


@admin.register(Address)
class AddressAdmin(admin.ModelAdmin):
    list_display = ['street', 'city', 'country', 'user']
    list_select_related = ['user']
    raw_id_fields = ['user']
