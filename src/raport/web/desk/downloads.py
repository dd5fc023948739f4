"""How something leaves by the browser: only what went through the door (`raport.app.leaving`)."""

from django.http import HttpResponse

from raport.app.leaving import Left


def download(left: Left) -> HttpResponse:
    """What left, as a file to be kept. Its name is the parcel's: letters, digits and dots only."""
    response = HttpResponse(left.parcel.data, content_type=left.parcel.media)
    response.headers["Content-Disposition"] = f'attachment; filename="{left.parcel.name}"'
    response.headers["Cache-Control"] = "no-store"
    return response
