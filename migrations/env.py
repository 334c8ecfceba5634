"""migrations: run the revisions on the connection that was handed over; imports nothing of ours."""

from __future__ import annotations

from alembic import context

# One transaction belongs to the caller, who checks the result before it is kept.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    transactional_ddl=False,
)
context.run_migrations()
