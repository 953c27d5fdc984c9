-- What a status or a kind of document says, in the words of staging.status_words.
create macro status_text(x) as
  ' ' || trim(regexp_replace(lower(strip_accents(x)), '[^a-z0-9]+', ' ', 'g')) || ' ';

-- "InvoiceNo" is two words.
create macro parted_words(x) as
  regexp_replace(x, '([a-z])([A-Z])', '\1 \2', 'g');

create macro status_says(x, m) as
  coalesce((select bool_or(contains(status_text(x), ' ' || w.word || ' ')) from staging.status_words as w where w.meaning = m), false);

-- What a deal is worth: its amount, or what it was estimated at where that is empty or 0, as of real revenue before a deal is won and once it is lost.
create macro deal_amount(amount, estimated) as
  coalesce(nullif(amount, 0), estimated, amount);

-- What a heading or a file's name says that its rows are: credit notes, invoices or orders; nothing where it says both.
create macro document_said(x) as
  case
    when status_says(parted_words(x), 'credit') then 'credit'
    when status_says(parted_words(x), 'invoice') and not status_says(parted_words(x), 'order') then 'invoice'
    when status_says(parted_words(x), 'order') and not status_says(parted_words(x), 'invoice') then 'order'
  end;
