-- What every later migration stands on.
--
-- Migrations run as the owner of the database. Where the separate application role exists (the embedded
-- database, or an installation that made it) it is granted the use of every later table; a table that the
-- application must not change takes its rights back in its own migration.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_app') THEN
    GRANT USAGE ON SCHEMA public TO muster_app;
    -- The readiness check asks whether a migration is unfinished.
    GRANT SELECT ON _prisma_migrations TO muster_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO muster_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO muster_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO muster_app;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_reader') THEN
    GRANT USAGE ON SCHEMA public TO muster_reader;
  END IF;
END
$$;
