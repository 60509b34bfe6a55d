from raadhus.kernel.roles import Role

HOME = "/api/cases"


def test_one_is_opened_renamed_and_read(client_of):
    client = client_of(Role.SECRETARY)
    made = client.post(HOME, {"case_number": "26/5", "title": "Ny"}, content_type="application/json")
    assert made.status_code == 201
    address = f"{HOME}/{made.json()['key']}"
    client.post(f"{address}/rename", {"title": "Bedre"}, content_type="application/json")
    assert client_of(Role.EMPLOYEE).get(address).json()["case"]["title"] == "Bedre"


def test_a_number_is_given_once(opened, client_of):
    opened(case_number="26/5")
    again = client_of(Role.SECRETARY).post(HOME, {"case_number": "26/5", "title": "x"}, content_type="application/json")
    assert again.status_code == 409


def test_the_list_leaves_closed_cases_out_for_others(opened, client_of):
    opened("Åben")
    opened("Lukket", closed_to_public=True)
    assert [one["title"] for one in client_of(Role.HR).get(HOME).json()["cases"]] == ["Åben"]
    assert client_of(Role.AUDITOR).get(HOME).json()["total"] == 2


def test_a_proposed_case_comes_with_its_frozen_content(proposed, client_of):
    key = proposed().key
    read = client_of(Role.SECRETARY).get(f"{HOME}/proposals/{key}").json()
    assert read["content"]["data"][0]["source"] == "Lønsystemet"
    assert read["is_intact"] is True


def test_another_than_the_proposer_does_not_take_it_back(proposed, client_of):
    assert client_of(Role.DPO).post(f"{HOME}/proposals/{proposed().key}/withdraw").status_code == 404
