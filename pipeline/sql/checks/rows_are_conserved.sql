-- says: in every file, rows read = rows kept + rows rejected
select file, rows_read, rows_kept, rows_rejected from staging.files where rows_read <> rows_kept + rows_rejected
