"""What mkdocs.yml says to us, read without MkDocs and with the same answer.

Whether a plugin or a Markdown extension is installed, and what else only MkDocs needs (`nav`,
`hooks`, the options of plugins and themes), MkDocs looks at when it builds. What it would take and
this refuses is a value that we need behind a tag of Python's or of `!relative`.
"""
