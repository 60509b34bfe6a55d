"""The commands, as typed on the server."""

import json

import pytest
from click.testing import CliRunner

from raadhus.config.cli import main
from raadhus.core.access.models import Account, RoleGrant
from raadhus.kernel.roles import Role


@pytest.fixture
def run(db, monkeypatch):
    monkeypatch.delenv("RAADHUS_ACTOR", raising=False)

    def type_in(*words, **more):
        return CliRunner().invoke(main, ["access", *words], **more)

    return type_in


NINA = ("create-account", "nina-nor", "--name", "Nina Nor", "--email", "Nina@eksempelkoebing.example")


def test_the_password_comes_from_standard_input(run):
    assert run(*NINA, input="en-lang-og-hemmelig-kode\n").exit_code == 0
    account = Account.objects.get(person_key="nina-nor")
    assert account.email == "nina@eksempelkoebing.example"
    assert account.check_password("en-lang-og-hemmelig-kode")


@pytest.mark.parametrize("password", ["kort", "123456789012", "nina-nor-nina"])
def test_a_weak_password_is_one_clear_line_and_no_account(run, password):
    answer = run(*NINA, input=f"{password}\n")
    assert answer.exit_code == 2
    assert answer.stderr.startswith("raadhus: ")
    assert len(answer.stderr.strip().splitlines()) == 1
    assert not Account.objects.exists()


def test_a_taken_person_or_e_mail_is_refused(run):
    run(*NINA, "--no-password")
    assert "har allerede en konto" in run(*NINA, "--no-password").stderr
    other = ("create-account", "nora-nor", *NINA[2:])
    assert "hører til en anden konto" in run(*other, "--no-password").stderr


def test_a_role_is_granted_and_ended(run):
    run(*NINA, "--no-password")
    answer = json.loads(run("grant-role", "nina-nor", "dpo", "--start", "2026-01-01", "--json").stdout)
    assert RoleGrant.objects.get(id=answer["id"]).role == "dpo"
    assert run("end-role", str(answer["id"]), "--end", "2100-01-01").exit_code == 0


def test_an_explanation_says_no_with_exit_code_one(run, cast):
    answer = run("explain", cast[Role.EMPLOYEE].key, "access.grant_role")
    assert answer.exit_code == 1
    assert answer.stdout.startswith("Nej. Mette Mose må ikke")


def test_an_unknown_verb_is_wrong_input(run):
    answer = run("explain", "mette-mose", "access.fly")
    assert answer.exit_code == 2
    assert "access.fly" in answer.stderr


def test_a_named_actor_is_held_to_their_own_roles(run, cast, monkeypatch):
    monkeypatch.setenv("RAADHUS_ACTOR", cast[Role.AUDITOR].key)
    assert run("policy", "--json").exit_code == 0
    assert run(*NINA, "--no-password").exit_code == 2
    assert not Account.objects.filter(person_key="nina-nor").exists()


def test_an_actor_that_nobody_is_stops_the_command(run, monkeypatch):
    monkeypatch.setenv("RAADHUS_ACTOR", "ingen")
    assert "ingen har ingen åben konto" in run("policy").stderr
