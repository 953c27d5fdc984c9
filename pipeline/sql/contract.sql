-- Tables that others read by name and that no SELECT of ours makes.
create table staging.files (
  file varchar, table_name varchar, crm varchar, encoding varchar, separator varchar, sha256 varchar,
  rows_read bigint, rows_kept bigint, rows_rejected bigint, note varchar, first_row bigint, file_number integer, first_line integer);

create table staging.rejects (file varchar, line bigint, column_name varchar, value varchar, reason varchar, row_rejected boolean);

-- day_order: where dates would read day first as well as month first, what was followed: 'folder', its other files, or 'none'.
create table staging.columns (
  file varchar, header varchar, table_name varchar, column_name varchar, confidence double, decision varchar, format varchar, day_order varchar);

-- What the analyst answered in duplicates.xlsx.
create table staging.duplicate_marks (file varchar, line bigint, account_1 varchar, account_2 varchar, is_duplicate boolean);

-- The analyst's own dimensions, from analytics.yml.
create table core.own_dimensions (dimension varchar, position integer, label_en varchar, label_fr varchar);

create table core.own_segments (account_id varchar, dimension varchar, segment varchar);

-- conversion_days: how long a lead has to become an opportunity.
-- sales_from: 'orders', 'invoices' or 'both' where analytics.yml says which of a folder's documents are the sales.
create table staging.arguments (as_of date, title varchar, version varchar, horizon_days integer, sales_from varchar, is_unmerged boolean, conversion_days integer default 90);

create table staging.outcome_words (outcome varchar, word varchar);

-- Stages that come before qualification: those that analytics.yml names, as they are called there, or else words.
create table staging.early_stages (stage varchar, is_own boolean);

create table staging.status_words (meaning varchar, word varchar);

create table staging.vocabulary (column_name varchar, word varchar);

-- Rows that another one stands for: it bears the same key and is newer, or it is the same row in a later export.
create table staging.superseded (table_name varchar, row_number bigint, file varchar, why varchar);

-- Files of orders that share their numbers with another file's orders of other customers and days: each number is marked with the suffix.
create table staging.order_shops (file varchar, like_file varchar, suffix varchar, shared bigint, others bigint);

-- Rows rejected for their structure never reach landing; each moves the rows after it down by one.
create table staging.row_shifts (file varchar, kept_before bigint, shift bigint);

-- Large files, whose rows are read from the Parquet that they landed in.
create table staging.landed_apart (table_name varchar, file varchar, first_row bigint, path varchar);

create table marts.tables (table_name varchar, position integer, label_en varchar, label_fr varchar, "rows" bigint);

create table marts.scores (
  account_id varchar, as_of date, horizon_days integer, p_churn double, expected_orders double, expected_amount double,
  p_top20 double, in_top20_now boolean, future_2080 boolean, clv double, reasons varchar,
  churn_model varchar, potential_model varchar, falling_star boolean, potential_reasons varchar);

create table marts.model_card (model varchar, metric varchar, value double, low double, high double, baseline double, fold varchar);

create table marts.model_notes (model varchar, position integer, text_en varchar, text_fr varchar);

create table marts.checks (name varchar, failures bigint, sample varchar);
