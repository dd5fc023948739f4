"""Views: authorise, parse, one use case or query, render. A module for each part of the desk."""
