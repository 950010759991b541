-- SPDX-License-Identifier: MIT
-- Two roles and a database for one partnership, given by whoever looks after PostgreSQL, as a superuser:
--
--   psql -f docs/postgresql.sql
--
-- Afterwards, signed in as the owner:  homeward ledger prepare postgres://homeward_owner@HOST/homeward --role homeward_app
-- Servers then sign in as homeward_app. Give both a password with \password, or let them in by certificate or by peer.

-- Owns the tables. Nobody signs in as it but to prepare them, and after an upgrade that says so.
CREATE ROLE homeward_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;

-- What servers sign in as: may add entries and read them. It is a member of no other role.
CREATE ROLE homeward_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT;

CREATE DATABASE homeward OWNER homeward_owner ENCODING 'UTF8' TEMPLATE template0;

\connect homeward
REVOKE ALL ON DATABASE homeward FROM PUBLIC;
GRANT CONNECT ON DATABASE homeward TO homeward_app;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
