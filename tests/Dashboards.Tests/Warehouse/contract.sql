-- The tables that the page reads, empty.
CREATE SCHEMA marts;
CREATE SCHEMA staging;
CREATE TABLE marts.run (as_of DATE, data_from DATE, data_to DATE, currency VARCHAR, sales_basis VARCHAR, title VARCHAR, version VARCHAR);
CREATE TABLE marts.kpi_catalog (kpi VARCHAR, position INTEGER, unit VARCHAR, kind VARCHAR, direction VARCHAR, needs VARCHAR, missing VARCHAR, label_en VARCHAR, label_fr VARCHAR, formula_en VARCHAR, formula_fr VARCHAR, excluded_en VARCHAR, excluded_fr VARCHAR);
CREATE TABLE marts.kpis (kpi VARCHAR, dimension VARCHAR, segment VARCHAR, owner_id VARCHAR, period VARCHAR, period_start DATE, period_end DATE, numerator DECIMAL(38,6), denominator DECIMAL(38,6), value DOUBLE, n BIGINT, excluded BIGINT, low DOUBLE, high DOUBLE);
CREATE TABLE marts.dimensions (dimension VARCHAR, position INTEGER, label_en VARCHAR, label_fr VARCHAR, segments BIGINT, brought_by VARCHAR);
CREATE TABLE marts.tables (table_name VARCHAR, position INTEGER, label_en VARCHAR, label_fr VARCHAR, rows BIGINT);
CREATE TABLE marts.customers (account_id VARCHAR, name VARCHAR, first_order DATE, last_order DATE, orders BIGINT, revenue DECIMAL(38,2), margin DECIMAL(38,2), rank_revenue BIGINT, cumulative_share_revenue DOUBLE, in_pareto_revenue BOOLEAN, in_pareto_margin BOOLEAN, recency INTEGER, usual_gap DOUBLE);
CREATE TABLE marts.scores (account_id VARCHAR, as_of DATE, horizon_days INTEGER, p_churn DOUBLE, reasons VARCHAR, churn_model VARCHAR);
CREATE TABLE marts.model_card (model VARCHAR, metric VARCHAR, value DOUBLE, low DOUBLE, high DOUBLE, baseline DOUBLE, fold VARCHAR);
CREATE TABLE marts.model_notes (model VARCHAR, position INTEGER, text_en VARCHAR, text_fr VARCHAR);
CREATE TABLE marts.checks (name VARCHAR, failures BIGINT, sample VARCHAR);
CREATE TABLE staging.files (file VARCHAR, table_name VARCHAR, crm VARCHAR, encoding VARCHAR, separator VARCHAR, sha256 VARCHAR, rows_read BIGINT, rows_kept BIGINT, rows_rejected BIGINT, note VARCHAR);
CREATE TABLE staging.rejects (file VARCHAR, line BIGINT, column_name VARCHAR, value VARCHAR, reason VARCHAR, row_rejected BOOLEAN);
CREATE TABLE staging.columns (file VARCHAR, header VARCHAR, table_name VARCHAR, column_name VARCHAR, confidence DOUBLE, decision VARCHAR);
CREATE TABLE staging.links (table_name VARCHAR, column_name VARCHAR, value VARCHAR, matched_to VARCHAR, how VARCHAR, rows BIGINT);
