-- Credentials, sessions and counted attempts: the rows of `server/auth` and `server/limits`.
--
-- The columns of auth_user, auth_session, auth_account and auth_verification are those that the sign-in
-- library (better-auth 1.7) expects; a change of the library's major version is checked against them.

-- The library's "user" is the directory's person, not a copy of it: name and e-mail cannot drift apart, and a
-- person who is no longer active is unknown to the sign-in from the same moment on.
CREATE VIEW auth_user AS
  SELECT id,
         name,
         lower(email) AS email,
         true AS email_verified,
         NULL::text AS image,
         created_at,
         created_at AS updated_at
    FROM person
   WHERE active;

CREATE TABLE auth_session (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT auth_session_user_id_fkey REFERENCES person (id) ON DELETE CASCADE,
  token text NOT NULL,
  -- The longest life any audience has; the real ages are checked on every request (security.md part 6).
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz NOT NULL DEFAULT now(),
  -- IPv6 addresses are kept by their /64.
  ip_address text,
  user_agent text
);
-- Serves the read on every request.
CREATE UNIQUE INDEX auth_session_token_key ON auth_session (token);
-- Serves "my sessions" and ending all sessions of a person.
CREATE INDEX auth_session_user_id_idx ON auth_session (user_id);

CREATE TABLE auth_account (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT auth_account_user_id_fkey REFERENCES person (id) ON DELETE CASCADE,
  provider_id text NOT NULL,
  account_id text NOT NULL,
  -- A scrypt hash with its salt; never the password.
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
-- One set of credentials per person and kind; serves the look-up at sign-in.
CREATE UNIQUE INDEX auth_account_user_id_provider_id_key ON auth_account (user_id, provider_id);

CREATE TABLE auth_verification (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
-- Serves the look-up of a link.
CREATE INDEX auth_verification_identifier_idx ON auth_verification (identifier);

-- Counted attempts. The limiter (rate-limiter-flexible) inserts by position: these three columns, in this order.
CREATE TABLE rate_limit (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  -- Milliseconds since 1970; NULL never expires.
  expire bigint
);
-- Serves the limiter's removal of what expired.
CREATE INDEX rate_limit_expire_idx ON rate_limit (expire);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_app') THEN
    -- People change through the directory only.
    REVOKE INSERT, UPDATE, DELETE ON auth_user FROM muster_app;
  END IF;
END
$$;
