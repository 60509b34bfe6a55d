"""The tables of documents. The content itself lies in the files' folder (or an object store) under its SHA-256."""

from django.db import models
from django.db.models import Q

from raadhus.core.documents.rules.scans import Scan


class FileContent(models.Model):
    """One content, however many names it has. Rows are added and never changed."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=150)
    stored_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(size__gt=0), name="documents_content_not_empty")]

    def __str__(self) -> str:
        return self.sha256


class FileName(models.Model):
    """A name that a content was given, by whom and when."""

    content = models.ForeignKey(FileContent, on_delete=models.PROTECT, related_name="names")
    name = models.CharField(max_length=200)
    stored_by = models.CharField(max_length=200)
    stored_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content", "name"], name="documents_one_name_once")]

    def __str__(self) -> str:
        return self.name


class FileScan(models.Model):
    """What the virus scanner said of a content when it was last asked. A content without a row was never scanned."""

    content = models.OneToOneField(FileContent, on_delete=models.CASCADE, primary_key=True, related_name="scan")
    verdict = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Scan])
    scanned_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.content_id} {self.verdict}"


class FileText(models.Model):
    """The text that the readers of one version found in a content; packed JSON. It can always be made again."""

    content = models.OneToOneField(FileContent, on_delete=models.CASCADE, primary_key=True, related_name="text")
    reader_version = models.PositiveIntegerField()
    packed = models.BinaryField()
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Tekst i {self.content_id}"
