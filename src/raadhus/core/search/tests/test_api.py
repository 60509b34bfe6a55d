from raadhus.kernel.roles import Role


def test_the_api_gives_what_the_page_gives(shelf, index, client_of):
    shelf.put("a", "Refusion", facets={"body": "Direktionen"})
    shelf.put("b", "Lukket refusion", allowed=frozenset({"signe"}))
    index()
    answer = client_of(Role.EMPLOYEE).get("/api/search", {"q": "refusion"}).json()
    assert (answer["total"], answer["hits"][0]["key"]) == (1, "a")
    assert answer["hits"][0]["title"] == [{"text": "Refusion", "marked": True}]
    assert answer["bodies"] == [{"value": "Direktionen", "label": "Direktionen", "count": 1}]


def test_a_page_that_cannot_be_is_refused(shelf, client_of):
    assert client_of(Role.EMPLOYEE).get("/api/search", {"q": "x", "page": 0}).status_code == 422
