-- The tables that the page reads, empty.
CREATE SCHEMA marts;
CREATE SCHEMA staging;
CREATE TABLE marts.run (as_of DATE, data_from DATE, data_to DATE, currency VARCHAR, sales_basis VARCHAR, title VARCHAR, version VARCHAR);
CREATE TABLE marts.kpi_catalog (kpi VARCHAR, position INTEGER, unit VARCHAR, kind VARCHAR, direction VARCHAR, needs VARCHAR, missing VARCHAR, label_en VARCHAR, label_fr VARCHAR, formula_en VARCHAR, formula_fr VARCHAR, excluded_en VARCHAR, excluded_fr VARCHAR);
CREATE TABLE marts.kpis (kpi VARCHAR, dimension VARCHAR, segment VARCHAR, owner_id VARCHAR, period VARCHAR, period_start DATE, period_end DATE, numerator DECIMAL(38,6), denominator DECIMAL(38,6), value DOUBLE, n BIGINT, excluded BIGINT, low DOUBLE, high DOUBLE);
CREATE TABLE marts.dimensions (dimension VARCHAR, position INTEGER, label_en VARCHAR, label_fr VARCHAR, segments BIGINT, brought_by VARCHAR);
CREATE TABLE marts.tables (table_name VARCHAR, position INTEGER, label_en VARCHAR, label_fr VARCHAR, rows BIGINT);
CREATE TABLE marts.customers (account_id VARCHAR, name VARCHAR, first_order DATE, last_order DATE, orders BIGINT, revenue DECIMAL(38,2), margin DECIMAL(38,2), rank_revenue BIGINT, cumulative_share_revenue DOUBLE, in_pareto_revenue BOOLEAN, in_pareto_margin BOOLEAN, recency INTEGER, usual_gap DOUBLE, owner VARCHAR, dropped_off BOOLEAN, drop_off_since DATE, at_stake DECIMAL(38,2));
CREATE TABLE marts.cohorts (cohort_start DATE, age BIGINT, customers BIGINT, active BIGINT, revenue DECIMAL(38,2), value DOUBLE, low DOUBLE, high DOUBLE, is_complete BOOLEAN);
CREATE TABLE marts.survival (subject VARCHAR, dimension VARCHAR, segment VARCHAR, month INTEGER, waiting BIGINT, share DOUBLE, low DOUBLE, high DOUBLE);
CREATE TABLE marts.attrition_sensitivity (factor DOUBLE, at_start BIGINT, lost BIGINT, value DOUBLE, low DOUBLE, high DOUBLE);
CREATE TABLE marts.loss_causes (cause VARCHAR, lost_with BIGINT, lost BIGINT, kept_with BIGINT, kept BIGINT, is_more_than_noise BOOLEAN);
CREATE TABLE marts.contact_ladder (contacts BIGINT, won BIGINT, lost BIGINT, won_so_far DOUBLE, stopped_so_far DOUBLE);
CREATE TABLE marts.loss_reasons (reason VARCHAR, lost BIGINT, amount DECIMAL(38,2), share DOUBLE);
CREATE TABLE marts.niches (measure VARCHAR, dimension VARCHAR, segment VARCHAR, n BIGINT, value DOUBLE, value_of_rest DOUBLE, q_value DOUBLE, is_better BOOLEAN);
CREATE TABLE marts.scores (account_id VARCHAR, as_of DATE, horizon_days INTEGER, p_churn DOUBLE, expected_amount DOUBLE, p_top20 DOUBLE, future_2080 BOOLEAN, reasons VARCHAR, churn_model VARCHAR);
CREATE TABLE marts.model_card (model VARCHAR, metric VARCHAR, value DOUBLE, low DOUBLE, high DOUBLE, baseline DOUBLE, fold VARCHAR);
CREATE TABLE marts.model_notes (model VARCHAR, position INTEGER, text_en VARCHAR, text_fr VARCHAR);
CREATE TABLE marts.checks (name VARCHAR, failures BIGINT, sample VARCHAR);
CREATE TABLE staging.files (file VARCHAR, table_name VARCHAR, crm VARCHAR, encoding VARCHAR, separator VARCHAR, sha256 VARCHAR, rows_read BIGINT, rows_kept BIGINT, rows_rejected BIGINT, note VARCHAR);
CREATE TABLE staging.rejects (file VARCHAR, line BIGINT, column_name VARCHAR, value VARCHAR, reason VARCHAR, row_rejected BOOLEAN);
CREATE TABLE staging.columns (file VARCHAR, header VARCHAR, table_name VARCHAR, column_name VARCHAR, confidence DOUBLE, decision VARCHAR);
CREATE TABLE staging.links (table_name VARCHAR, column_name VARCHAR, value VARCHAR, matched_to VARCHAR, how VARCHAR, rows BIGINT);
-- The facts of the page's engine, empty: these pages show the figures above and no others.
CREATE SCHEMA page;
CREATE TABLE page.run (first_day DATE, as_of INTEGER, ttm_start INTEGER, counted_from INTEGER, data_from INTEGER);
CREATE TABLE page.accounts (account BIGINT, account_id VARCHAR);
