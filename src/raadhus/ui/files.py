"""A form's field for several files at once."""

from typing import TYPE_CHECKING, Any

from django import forms

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class SeveralFilesInput(forms.ClearableFileInput):
    """A file field that takes several files."""

    allow_multiple_selected = True


class SeveralFiles(forms.FileField):
    """Several files; each of them is cleaned as one."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        """Return the files. An empty file is let through: the import says what is wrong with it, by its name."""
        every = data if isinstance(data, list | tuple) else [data]
        if not [one for one in every if one]:
            super().clean(None, initial)
        return [one for one in every if one]
