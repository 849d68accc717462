"""Where the keys of JSON Resume, RenderCV and schema.org meet our fields: one line a key.

A field that a model does not have yet is passed over, and what would go there is kept in a private
section; it is taken as soon as the model has it.
"""

from __future__ import annotations

from collections.abc import Mapping

Keys = Mapping[str, str]

WORK: Keys = {
    "name": "employer",
    "company": "employer",
    "organization": "employer",
    "position": "title",
    "startDate": "from",
    "start_date": "from",
    "endDate": "to",
    "end_date": "to",
    "summary": "summary",
    "highlights": "highlights",
    "location": "location",
    "url": "url",
}
"""A job: JSON Resume's keys and RenderCV's."""
EDUCATION: Keys = {
    "area": "field",
    "institution": "institution",
    "studyType": "degree",
    "degree": "degree",
    "startDate": "from",
    "start_date": "from",
    "endDate": "to",
    "end_date": "to",
    "summary": "summary",
    "highlights": "highlights",
    "courses": "courses",
    "score": "score",
    "location": "location",
    "url": "url",
}
"""A field studied."""
PROJECT: Keys = {
    "name": "title",
    "description": "line",
    "summary": "line",
    "keywords": "skills",
    "startDate": "from",
    "start_date": "from",
    "endDate": "to",
    "end_date": "to",
}
"""A project; its address becomes a link, its highlights its prose."""
SKILLS: Keys = {"name": "group", "label": "group", "keywords": "skills", "details": "skills"}
"""Skills that belong together."""
LANGUAGES: Keys = {
    "language": "language",
    "label": "language",
    "fluency": "level",
    "details": "level",
}
"""A language that somebody speaks."""
PUBLICATIONS: Keys = {
    "name": "title",
    "title": "title",
    "authors": "authors",
    "publisher": "publisher",
    "journal": "publisher",
    "releaseDate": "date",
    "date": "date",
    "url": "url",
    "summary": "summary",
}
"""Something published."""
CERTIFICATES: Keys = {"name": "name", "issuer": "issuer", "date": "date", "url": "url"}
"""A certificate or licence."""
AWARDS: Keys = {
    "name": "title",
    "title": "title",
    "awarder": "awarder",
    "date": "date",
    "url": "url",
    "summary": "summary",
}
"""A prize or distinction."""
BASICS: Keys = {
    "name": "name",
    "label": "headline",
    "headline": "headline",
    "email": "email",
    "phone": "phone",
    "summary": "summary",
}
"""The person."""
PLACE = ("city", "region", "countryCode")
"""What of JSON Resume's location may be told: neither street nor postal code."""

_KNOWN_KEYS_TEXT = """
$schema basics name label image email phone url summary location address postalCode city
countryCode region profiles network username work description position startDate endDate
highlights volunteer organization education institution area studyType score courses awards
title date awarder certificates issuer publications publisher releaseDate skills level keywords
languages language fluency interests references reference projects roles entity type meta
canonical version lastModified
cv headline photo website social_networks custom_connections sections company start_date
end_date degree authors doi journal bullet details number reversed_number design locale
settings theme rendercv_settings fontawesome_icon placeholder
@context @type @id @graph
hiringOrganization jobLocation identifier datePosted validThrough employmentType sameAs value
addressLocality addressRegion addressCountry streetAddress baseSalary currency minValue maxValue
unitText logo directApply applicantLocationRequirements jobLocationType industry
occupationalCategory qualifications responsibilities educationRequirements experienceRequirements
benefits jobBenefits workHours incentiveCompensation jobImmediateStart totalJobOpenings geo
latitude longitude estimatedSalary salaryCurrency
"""
KNOWN_KEYS = frozenset(_KNOWN_KEYS_TEXT.split())
"""Keys of the formats, which are no words of their authors."""
JOB_POSTING: Keys = {
    "hiringOrganization.name": "company",
    "title": "role.title",
    "url": "role.url",
    "datePosted": "role.posting.posted",
}
"""schema.org's JobPosting; its places become the role's location."""
PLACES: tuple[str, ...] = ("addressLocality", "addressRegion", "addressCountry")
