"""Addresses of access: logging in, accounts, roles, the policy, one's own profile."""

from django.urls import include, path

from raadhus.core.access.adapters import municipal_login
from raadhus.core.access.views import accounts, policy, profile, roles

own = [
    path("profil/", profile.profile, name="profile"),
    path("profil/sprog", profile.save_language, name="save_language"),
    path("profil/log-ud-andre-steder", profile.log_out_elsewhere, name="log_out_elsewhere"),
    path("profil/noegler/ny", profile.new_token, name="new_token"),
    path("profil/noegler/<int:token_id>/tilbagekald", profile.stop_token, name="stop_token"),
    path("adgang/konti/", accounts.account_list, name="accounts"),
    path("adgang/konti/ny", accounts.new_account, name="new_account"),
    path("adgang/konti/<slug:person_key>/", accounts.account_page, name="account"),
    path("adgang/konti/<slug:person_key>/luk", accounts.close, name="close_account"),
    path("adgang/konti/<slug:person_key>/genaabn", accounts.reopen, name="reopen_account"),
    path("adgang/konti/<slug:person_key>/roller/tildel", roles.grant, name="grant_role"),
    path("adgang/konti/<slug:person_key>/roller/<int:grant_id>/afslut", roles.end, name="end_role"),
    path("adgang/roller/", policy.policy, name="policy"),
    path("adgang/hvorfor/", policy.explain, name="explain"),
]

urlpatterns = [
    path("", include((own, "access"))),
    # before the library's own two, which check less; the names are the library's, because it asks for them
    path("konto/oidc/<str:provider_id>/login/", municipal_login.login, name="openid_connect_login"),
    path("konto/oidc/<str:provider_id>/login/callback/", municipal_login.callback, name="openid_connect_callback"),
    path("konto/", include("allauth.urls")),
]
