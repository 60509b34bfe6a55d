"""The search index: what can be found, and who may find it. The database's own full text lies beside it (engines)."""

from django.db import models


class AccessSet(models.Model):
    """A set of access labels that entries share, so that the permission filter is one cheap comparison inside the query."""

    digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return self.digest


class AccessLabel(models.Model):
    """One label of a set, written "source:label"."""

    access_set = models.ForeignKey(AccessSet, on_delete=models.CASCADE, related_name="labels")
    label = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["label", "access_set"], name="search_label_once_in_a_set")]

    def __str__(self) -> str:
        return self.label


class Entry(models.Model):
    """One thing that can be found: what its source said of it, when it was last indexed."""

    source = models.CharField(max_length=60)
    key = models.CharField(max_length=200)
    title = models.TextField()
    url = models.CharField(max_length=500)
    date = models.DateField(null=True)
    kind = models.CharField(max_length=60)
    access_set = models.ForeignKey(AccessSet, on_delete=models.PROTECT, related_name="entries")
    # Of the content and the vocabulary it was indexed with: an interrupted rebuild goes on where it stopped.
    digest = models.CharField(max_length=64)
    # Last, so that a database that stores rows in order reads past no long text to compare a date or a label.
    body = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="search_entry_once_in_a_source")]
        indexes = [models.Index(fields=["date"], name="search_entry_date")]

    def __str__(self) -> str:
        return f"{self.source}:{self.key}"


class Facet(models.Model):
    """A named value that answers can be narrowed by, such as the body."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="facets")
    name = models.CharField(max_length=60)
    value = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "name"], name="search_facet_once_on_an_entry")]
        indexes = [models.Index(fields=["name", "value"], name="search_facet_value")]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class Word(models.Model):
    """A word that stands in something everybody may see; compounds are split by these and by the built-in vocabulary."""

    word = models.CharField(max_length=60, unique=True)

    def __str__(self) -> str:
        return self.word
